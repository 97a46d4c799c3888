import { expect, it } from 'vitest';
import { createQueue } from './queue.ts';

const done = (list: number[], number: number) => async () => {
  await Promise.resolve();
  list.push(number);
};
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('runs work in order, each piece after its delay', async () => {
  const queue = createQueue(30);
  const list: number[] = [];
  for (let number = 0; number < 5; number++) queue.add(done(list, number));
  expect([list, queue.size]).toEqual([[], 5]);
  await pause(10);
  expect(list).toEqual([]);
  await pause(60);
  expect([list, queue.size]).toEqual([[0, 1, 2, 3, 4], 0]);
});

it('runs everything without the delay when it is drained', async () => {
  const queue = createQueue(60_000);
  const list: number[] = [];
  for (let number = 0; number < 3000; number++) queue.add(done(list, number));
  await queue.drain();
  expect(list).toHaveLength(3000);
  queue.add(done(list, -1));
  await pause(20);
  expect(queue.size).toBe(1);
  await Promise.all([queue.drain(), queue.drain()]);
  expect(list.at(-1)).toBe(-1);
  await queue.drain();
});

it('removes what it has not started', async () => {
  const queue = createQueue(60_000);
  const list: number[] = [];
  queue.add(done(list, 1));
  const drained = createQueue(0).drain();
  queue.clear();
  expect(queue.size).toBe(0);
  await Promise.all([drained, queue.drain()]);
  queue.add(done(list, 2));
  await queue.drain();
  expect(list).toEqual([2]);
});
