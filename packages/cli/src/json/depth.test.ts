import { expect, it } from 'vitest';
import { findTooDeep } from './depth.ts';

it('finds the first value that is nested too deeply', () => {
  expect(findTooDeep('[[[]]]', 3)).toBeUndefined();
  expect(findTooDeep('[[],[{"a":[]}]]', 3)).toBe(10);
  expect(findTooDeep('['.repeat(100_000))).toBe(64);
});

it('does not count brackets in strings', () => {
  expect(findTooDeep('["[[[[", "\\"[[[[", "\\\\"]', 1)).toBeUndefined();
  expect(findTooDeep('["\\\\", [[', 2)).toBe(8);
});
