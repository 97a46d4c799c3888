import { describe, expect, it, vi } from 'vitest';
import { createReadiness } from './readiness.ts';

const times = { everyMs: 10, limitMs: 50 };

describe('readiness', () => {
  it('begins after the start, and ends permanently with the shutdown', () => {
    const readiness = createReadiness();
    expect(readiness.problem).toBe('starting');
    readiness.started();
    expect(readiness.problem).toBeUndefined();
    readiness.stopping();
    readiness.started();
    expect(readiness.problem).toBe('stopping');
  });

  it('depends on the database, which may recover', async () => {
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

  it('is known immediately, even if the database does not respond at all', async () => {
    const silent = vi.fn(() => new Promise<void>(() => {}));
    const patient = createReadiness();
    patient.started();
    patient.watchDatabase(silent, { ...times, limitMs: 60_000 });
    await expect.poll(() => silent.mock.calls.length).toBe(1);
    expect(patient.problem).toBeUndefined();
    patient.stopping();
    const impatient = createReadiness();
    impatient.started();
    impatient.watchDatabase(silent, times);
    await expect.poll(() => impatient.problem).toBe('database-unreachable');
    impatient.stopping();
  });
});
