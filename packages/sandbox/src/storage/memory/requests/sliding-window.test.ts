import { expect, it } from 'vitest';
import { createSlidingWindow } from './sliding-window.ts';

it('allows the limit, then returns how long to wait, and allows the next request after that time', () => {
  const { take } = createSlidingWindow();
  const limit = { requests: 120, seconds: 3600 };
  for (let count = 0; count < 120; count++) expect(take(limit, 0)).toBe(0);
  expect(take(limit, 0)).toBe(3600);
  expect(take(limit, 3599.5)).toBe(1);
  for (let count = 0; count < 120; count++) expect(take(limit, 3600)).toBe(0);
  expect(take(limit, 3600)).toBe(3600);
});

it('a limit of 0 allows nothing', () => {
  const { take } = createSlidingWindow();
  expect([
    take({ requests: 0, seconds: 60 }, 5),
    take({ requests: 0, seconds: 60 }, 58.123456789),
  ]).toEqual([60, 60]);
});

it('allows no more than the limit in any period, and nearly all of it for a steady caller', () => {
  let now = 0;
  const { take } = createSlidingWindow();
  const taken: number[] = [];
  // First a burst, then pauses of all lengths up to 20 seconds.
  for (let call = 0; call < 5000; call++) {
    if (take({ requests: 600, seconds: 3600 }, now) === 0) taken.push(now);
    now += call < 1000 ? 0.1 : (call * 7) % 20;
  }
  for (const [index, time] of taken.entries()) {
    const inHour = taken.slice(index).findIndex((later) => later >= time + 3600);
    expect(inHour < 0 ? taken.length - index : inHour).toBeLessThanOrEqual(600);
  }
  const hours = now / 3600;
  expect(taken.length).toBeGreaterThan(0.5 * Math.min(5000, hours * 600));
});
