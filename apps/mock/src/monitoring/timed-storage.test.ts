import { setTimeout } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { timeStorage } from './timed-storage.ts';

class Part {
  #count = 0;

  async add(by: number): Promise<number> {
    await setTimeout(20);
    this.#count += by;
    return this.#count;
  }

  async fail(): Promise<void> {
    throw new Error('The database is away');
  }

  size(): number {
    return this.#count;
  }
}

const part = new Part();
const storage = { part, store: (_id: string) => part, check: async () => {} };

it('measures asynchronous methods, and passes on their results', async () => {
  const onTimed = vi.fn();
  const timed = timeStorage(storage, onTimed);
  expect(await timed.part.add(2)).toBe(2);
  expect(await timed.store('ent_secret').add(3)).toBe(5);
  await timed.check();
  expect(timed.part.size()).toBe(5);
  const calls = onTimed.mock.calls.map(([call]) => call);
  expect(calls).toEqual(['part.add', 'store.add', 'check']);
  expect(onTimed.mock.calls[0]?.[1]).toBeGreaterThan(0.015);
});

it('measures failures as well', async () => {
  const onTimed = vi.fn();
  await expect(timeStorage(storage, onTimed).part.fail()).rejects.toThrow('The database is away');
  expect(onTimed).toHaveBeenCalledWith('part.fail', expect.any(Number));
});

it('returns the same part each time', () => {
  const timed = timeStorage(storage, () => {});
  expect(timed.part).toBe(timed.part);
});
