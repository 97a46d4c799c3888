import { expect, it } from 'vitest';
import { work } from '../testing/cpu-time.ts';
import { collect } from './time-slice.ts';

function* slow(count: number): Generator<number> {
  for (let item = 0; item < count; item++) {
    work(1);
    yield item;
  }
}

it('collects all items in order, and lets timers fire meanwhile', async () => {
  let fired = 0;
  const timer = setInterval(() => fired++, 1);
  const items = await collect(slow(200));
  clearInterval(timer);
  expect(items).toEqual(Array.from({ length: 200 }, (_, index) => index));
  // At least 100 ms of work in slices of about 8 ms.
  expect(fired).toBeGreaterThan(4);
});

it('does not yield for a few items', async () => {
  let fired = false;
  setTimeout(() => {
    fired = true;
  }, 0);
  await collect([1, 2, 3]);
  expect(fired).toBe(false);
});
