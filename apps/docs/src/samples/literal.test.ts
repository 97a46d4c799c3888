import { describe, expect, it } from 'vitest';
import { writeLiteral } from './literal.ts';
import { phpSyntax } from './php.ts';
import { pythonSyntax } from './python.ts';
import { typescriptSyntax } from './typescript.ts';

describe('a value in TypeScript', () => {
  it.each([
    ['one', "'one'"],
    ["it's", '"it\'s"'],
    ['a "b"\n', '\'a "b"\\n\''],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
    [['a', 1, true], "['a', 1, true]"],
    [{ a: 1, 'b-c': { d: [] } }, "{ a: 1, 'b-c': { d: [] } }"],
  ])('%j is written as a person would', (value, code) => {
    expect(writeLiteral(value, typescriptSyntax)).toBe(code);
  });

  it('that does not fit on a line is broken, and means the same', () => {
    const value = { fields: { name: 'x'.repeat(50), tags: ['y'.repeat(30)] }, more: 1 };
    const code = writeLiteral(value, typescriptSyntax);
    expect(code.split('\n').every((line) => line.length <= 90)).toBe(true);
    expect(code).not.toMatch(/ $/m);
    expect(new Function(`return ${code}`)()).toEqual(value);
  });
});

it.each([
  ["it's", '"it\'s"'],
  [{ a: null, b: [true, false] }, '{"a": None, "b": [True, False]}'],
  [{}, '{}'],
])('%j is Python', (value, code) => {
  expect(writeLiteral(value, pythonSyntax)).toBe(code);
});

it.each([
  ["it's \\ $x", "'it\\'s \\\\ $x'"],
  [{ a: null, b: [1] }, "['a' => null, 'b' => [1]]"],
  [{ a: {}, b: [] }, "['a' => new stdClass(), 'b' => []]"],
])('%j is PHP that json_encode turns into the same JSON', (value, code) => {
  expect(writeLiteral(value, phpSyntax)).toBe(code);
});
