import { expect, it } from 'vitest';
import { createBatchQueue } from './batch-queue.ts';

/** Creates a queue whose jobs end when the test calls `end`. */
function createControlledQueue() {
  const jobs: string[][] = [];
  const ends: (() => void)[] = [];
  const queue = createBatchQueue((items) => {
    jobs.push(items);
    return new Promise((end) => ends.push(end));
  });
  return { ...queue, jobs, end: () => ends.shift()?.() };
}

it('passes the items that are added during a job to the next one, without duplicates', async () => {
  const { add, idle, jobs, end } = createControlledQueue();
  add(['a']);
  add(['b']);
  add(['c', 'b']);
  expect(jobs).toEqual([['a']]);
  end();
  await expect.poll(() => jobs).toEqual([['a'], ['b', 'c']]);
  end();
  await idle();
  expect(jobs).toHaveLength(2);
});

it('runs a job without items, also after the queue was idle', async () => {
  const { add, idle, jobs, end } = createControlledQueue();
  for (let times = 0; times < 2; times++) {
    add([]);
    end();
    await idle();
  }
  expect(jobs).toEqual([[], []]);
});
