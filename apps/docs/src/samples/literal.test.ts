import { describe, expect, it } from 'vitest';
import { writeLiteral } from './literal.ts';
import { phpSyntax } from './php.ts';
import { pythonSyntax } from './python.ts';
import { typescriptSyntax } from './typescript.ts';

describe('in TypeScript', () => {
  it.each([
    ['one', "'one'"],
    ["it's", '"it\'s"'],
    ['a "b"\n', '\'a "b"\\n\''],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
    [['a', 1, true], "['a', 1, true]"],
    [{ a: 1, 'b-c': { d: [] } }, "{ a: 1, 'b-c': { d: [] } }"],
  ])('writes %j idiomatically', (value, code) => {
    expect(writeLiteral(value, typescriptSyntax)).toBe(code);
  });

  it('breaks long values without changing them', () => {
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
])('writes %j in Python', (value, code) => {
  expect(writeLiteral(value, pythonSyntax)).toBe(code);
});

it.each([
  ["it's \\ $x", "'it\\'s \\\\ $x'"],
  [{ a: null, b: [1] }, "['a' => null, 'b' => [1]]"],
  [{ a: {}, b: [] }, "['a' => new stdClass(), 'b' => []]"],
])('writes %j in PHP, so that json_encode returns the same JSON', (value, code) => {
  expect(writeLiteral(value, phpSyntax)).toBe(code);
});
