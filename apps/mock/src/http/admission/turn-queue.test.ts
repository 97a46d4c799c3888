import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurnQueue, type TurnQueue } from './turn-queue.ts';

/** Blocks the event loop. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** A request that takes this long once it may run; resolves to whether it has run. */
async function request(turns: TurnQueue, milliseconds: number, limitMs = 10_000) {
  const turn = turns.wait(limitMs);
  const mayRun = turn === undefined || (await turn);
  if (mayRun) work(milliseconds);
  return mayRun;
}

it('runs requests immediately while there is time in the current iteration', async () => {
  const turns = createTurnQueue();
  expect(turns.wait(0)).toBeUndefined();
  await nextTurn();
  expect(turns.wait(0)).toBeUndefined();
});

it('yields to the event loop between requests that have arrived together', async () => {
  const turns = createTurnQueue();
  let done = 0;
  const ran: number[] = [];
  const all = Array.from({ length: 30 }, (_, number) =>
    request(turns, 6).then(() => {
      ran.push(number);
      done++;
    }),
  );
  let before = done;
  let max = 0;
  while (done < 30) {
    await nextTurn();
    max = Math.max(max, done - before);
    before = done;
  }
  await Promise.all(all);
  // Each takes longer than a slice, so no two of them run in the same iteration.
  expect(max).toBeLessThanOrEqual(2);
  expect(ran).toEqual(Array.from({ length: 30 }, (_, number) => number));
});

it('rejects requests that waited too long, and continues with the others', async () => {
  const turns = createTurnQueue();
  const first = request(turns, 30);
  const impatient = Array.from({ length: 50 }, () => request(turns, 6, 20));
  const patient = request(turns, 0);
  work(30);
  expect([await first, await patient]).toEqual([true, true]);
  const [next, ...others] = await Promise.all(impatient);
  expect([next, new Set(others)]).toEqual([true, new Set([false])]);
  await nextTurn();
  expect(turns.wait(0)).toBeUndefined();
});

it('runs waiting requests in order', async () => {
  const turns = createTurnQueue();
  const order: string[] = [];
  const note = (name: string) => async (mayRun: Promise<boolean>) => {
    await mayRun;
    order.push(name);
  };
  const first = request(turns, 10);
  const second = note('second')(request(turns, 0));
  await first;
  const third = note('third')(request(turns, 0));
  await Promise.all([second, third]);
  expect(order).toEqual(['second', 'third']);
});
