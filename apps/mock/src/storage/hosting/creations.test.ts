import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabases } from '../testing/databases.ts';
import { createSqlCreations } from './creations.ts';

const databases = openTestDatabases();
const limit = { requests: 1, seconds: 3600 };
afterEach(() => vi.useRealTimers());

describe('the clock of the process', () => {
  it('has no effect in Postgres, which other processes share', async () => {
    const creations = createSqlCreations(await databases.postgres());
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: now + 10 * 3_600_000 });
    expect(await creations.take('a', limit)).toBe(0);
    vi.setSystemTime(now - 10 * 3_600_000);
    const wait = await creations.take('a', limit);
    expect(wait).toBeGreaterThan(3000);
    expect(wait).toBeLessThanOrEqual(3600);
    vi.setSystemTime(now + 20 * 3_600_000);
    expect(await creations.take('a', limit)).toBeGreaterThan(3000);
  });

  it('can be set back in SQLite, and nobody waits longer than the period', async () => {
    const creations = createSqlCreations(await databases.sqlite());
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: now + 365 * 24 * 3_600_000 });
    expect(await creations.take('a', limit)).toBe(0);
    vi.setSystemTime(now);
    expect(await creations.take('a', limit)).toBe(3600);
    vi.setSystemTime(now + 3_600_000);
    expect(await creations.take('a', limit)).toBe(0);
  });
});

it('stores nothing about a caller after the period', async () => {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    const database = await databases[dialect]();
    const creations = createSqlCreations(database);
    const short = { requests: 5, seconds: 0.2 };
    await creations.take('old', short);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await creations.deleteExpired(short.seconds);
    await creations.take('new', { ...short, seconds: 3600 });
    const rows = await database.all("SELECT caller FROM creation WHERE caller IN ('old', 'new')");
    expect(rows.map((row) => ({ ...row }))).toEqual([{ caller: 'new' }]);
  }
});
