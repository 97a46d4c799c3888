import { expect, it } from 'vitest';
import { getOwn, isInstant, isObject } from './json.ts';

it('an object is neither null nor a list', () => {
  expect([{}, null, [], 'x', 5].map(isObject)).toEqual([true, false, false, false, false]);
});

it('only what a value holds itself is read from it', () => {
  expect(getOwn({ a: 1 }, 'a')).toBe(1);
  expect(getOwn({}, 'constructor')).toBeUndefined();
  expect(getOwn(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
  expect([getOwn(null, 'a'), getOwn('text', 'length')]).toEqual([undefined, undefined]);
});

it('an instant is a whole number that a date can hold', () => {
  expect([0, -1, 8.64e15, 9e15, 1.5, '5'].map(isInstant)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
