import { expect, it } from 'vitest';
import { createRing } from './ring.ts';

it('retains the newest items, and at most twice as many in memory', () => {
  const ring = createRing<number>(10);
  let maximum = 0;
  for (let item = 0; item < 1000; item++) {
    ring.add(item);
    maximum = Math.max(maximum, ring.stored);
  }
  expect(ring.items()).toEqual([990, 991, 992, 993, 994, 995, 996, 997, 998, 999]);
  expect(ring.size).toBe(10);
  expect(maximum).toBeLessThanOrEqual(20);
  ring.clear();
  expect([ring.size, ring.items()]).toEqual([0, []]);
});
