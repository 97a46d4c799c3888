import { expect, it } from 'vitest';
import { createMemoryCreations } from './creations.ts';

const limit = { requests: 2, seconds: 100 };

it('allows the next workspace when the oldest one is a period old', async () => {
  let now = 1000;
  const creations = createMemoryCreations(() => now);
  expect(await creations.take('a', limit)).toBe(0);
  now += 30;
  expect(await creations.take('a', limit)).toBe(0);
  expect(await creations.take('a', limit)).toBe(70);
  expect(await creations.take('a', { ...limit, requests: 1 })).toBe(100);
  now += 70;
  expect(await creations.take('a', limit)).toBe(0);
  expect(await creations.take('a', limit)).toBe(30);
});

it('forgets the caller that has not created a workspace for longest if there are too many', async () => {
  const creations = createMemoryCreations(() => 1000);
  const once = { requests: 1, seconds: 100 };
  for (let caller = 0; caller <= 100_000; caller++) await creations.take(`caller ${caller}`, once);
  expect(await creations.take('caller 1', once)).toBe(100);
  expect(await creations.take('caller 0', once)).toBe(0);
});
