import { expect, it, vi } from 'vitest';
import { yieldToEventLoop } from './yield-to-event-loop.ts';

it('resumes one of several tasks in each iteration of the event loop', async () => {
  const order: string[] = [];
  const wait = async (name: string) => {
    await yieldToEventLoop();
    order.push(name);
  };
  const waiting = ['a', 'b', 'c'].map(wait);
  let isOver = false;
  // Runs once in each iteration.
  const countTurn = () => {
    order.push('turn');
    if (!isOver) setImmediate(countTurn);
  };
  setImmediate(countTurn);
  await Promise.all(waiting);
  isOver = true;
  expect(order).toEqual(['a', 'turn', 'b', 'turn', 'c']);
});

it('resumes tasks although a test has replaced the timers', async () => {
  vi.useFakeTimers();
  try {
    expect(await yieldToEventLoop()).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});
