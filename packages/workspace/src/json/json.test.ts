import { expect, it } from 'vitest';
import { getOwn, isDeeperThan, isInstant, isObject } from './json.ts';

it('accepts an object, but not null or an array', () => {
  expect([{}, null, [], 'x', 5].map(isObject)).toEqual([true, false, false, false, false]);
});

it('reads own properties only', () => {
  expect(getOwn({ a: 1 }, 'a')).toBe(1);
  expect(getOwn({}, 'constructor')).toBeUndefined();
  expect(getOwn(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
  expect([getOwn(null, 'a'), getOwn('text', 'length')]).toEqual([undefined, undefined]);
});

it('accepts a whole number in the range of a date as an instant', () => {
  expect([0, -1, 8.64e15, 9e15, 1.5, '5'].map(isInstant)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

it.each<[unknown, number]>([
  ['text', 0],
  [null, 0],
  [[], 1],
  [{ a: 1 }, 1],
  [{ a: [{}] }, 3],
  [[[], [[]]], 3],
])('%j is %i levels deep', (value, depth) => {
  expect(isDeeperThan(depth, value)).toBe(false);
  if (depth > 0) expect(isDeeperThan(depth - 1, value)).toBe(true);
});

it('does not exhaust the stack at any depth', () => {
  let nested: unknown = [];
  for (let depth = 0; depth < 1_000_000; depth++) nested = [nested];
  expect(isDeeperThan(64, nested)).toBe(true);
  expect(isDeeperThan(2_000_000, nested)).toBe(false);
});
