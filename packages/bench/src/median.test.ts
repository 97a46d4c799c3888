import { expect, it } from 'vitest';
import { median } from './median.ts';

it('is the middle value, whatever the order', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([5, 1, 4, 2, 3])).toBe(3);
});

it('is the upper of the two middle values', () => {
  expect(median([4, 1, 3, 2])).toBe(3);
});

it('does not exist without measurements', () => {
  expect(() => median([])).toThrow('Nothing was measured');
});
