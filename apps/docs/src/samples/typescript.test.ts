import { expect, test } from 'vitest';
import { literal } from './typescript.ts';

test.each([
  ['one', "'one'"],
  ["it's", '"it\'s"'],
  ['a "b"\n', '\'a "b"\\n\''],
  [null, 'null'],
  [[], '[]'],
  [{}, '{}'],
  [['a', 1, true], "['a', 1, true]"],
  [{ a: 1, 'b-c': { d: [] } }, "{ a: 1, 'b-c': { d: [] } }"],
])('%j is written as a person would', (value, code) => {
  expect(literal(value)).toBe(code);
});

test('what does not fit on a line is broken, and means the same', () => {
  const value = { fields: { name: 'x'.repeat(50), tags: ['y'.repeat(30)] }, more: 1 };
  const code = literal(value);
  expect(code.split('\n').every((line) => line.length <= 90)).toBe(true);
  expect(new Function(`return ${code}`)()).toEqual(value);
});
