import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createReadiness } from './readiness.ts';

const times = { everyMs: 10, limitMs: 50 };

describe('whether a sandbox is ready', () => {
  it('begins with the end of the start, and ends for good with the beginning of the end', () => {
    const readiness = createReadiness();
    expect(readiness.problem).toBe('starting');
    readiness.started();
    expect(readiness.problem).toBeUndefined();
    readiness.stopping();
    readiness.started();
    expect(readiness.problem).toBe('stopping');
  });

  it('depends on its database, which may come back', async () => {
    const readiness = createReadiness();
    readiness.started();
    let isUp = false;
    readiness.watchDatabase(async () => {
      if (!isUp) throw new Error('ECONNREFUSED');
    }, times);
    await expect.poll(() => readiness.problem).toBe('database-unreachable');
    isUp = true;
    await expect.poll(() => readiness.problem).toBeUndefined();
    readiness.stopping();
  });

  it('is known at once, even when the database does not answer at all', async () => {
    const readiness = createReadiness();
    readiness.started();
    readiness.watchDatabase(() => new Promise(() => {}), times);
    await setTimeout(20);
    expect(readiness.problem).toBeUndefined();
    await expect.poll(() => readiness.problem).toBe('database-unreachable');
    readiness.stopping();
  });
});
