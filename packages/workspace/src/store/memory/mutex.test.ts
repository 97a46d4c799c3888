import { expect, it } from 'vitest';
import { createMutex } from './mutex.ts';

it('runs work sequentially, whether it succeeds or fails', async () => {
  const { run, whenIdle } = createMutex();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 1));
    log.push(`${name} ends`);
    if (name === 'b') throw new Error(name);
    return name;
  };
  const results = ['a', 'b', 'c'].map((name) => run(work(name)));
  await whenIdle();
  expect(log).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  expect((await Promise.allSettled(results)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
});
