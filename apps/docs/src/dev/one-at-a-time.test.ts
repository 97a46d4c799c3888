import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

/** A queue whose jobs end when they are told to. */
function slow() {
  const jobs: string[][] = [];
  const ends: (() => void)[] = [];
  const queue = oneAtATime((asked) => {
    jobs.push(asked);
    return new Promise((end) => ends.push(end));
  });
  return { ...queue, jobs, end: () => ends.shift()?.() };
}

test('what is asked for during a job is done together after it, each once', async () => {
  const { ask, idle, jobs, end } = slow();
  ask(['a']);
  ask(['b']);
  ask(['c', 'b']);
  expect(jobs).toEqual([['a']]);
  end();
  await expect.poll(() => jobs).toEqual([['a'], ['b', 'c']]);
  end();
  await idle();
  expect(jobs).toHaveLength(2);
});

test('a job can be asked for without a name, and again when all is done', async () => {
  const { ask, idle, jobs, end } = slow();
  for (let times = 0; times < 2; times++) {
    ask([]);
    end();
    await idle();
  }
  expect(jobs).toEqual([[], []]);
});
