import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomFillSync } from 'node:crypto';

/** Where a sandbox takes times, IDs and tokens from. */
export interface Moments {
  /** Unix time in milliseconds. */
  now(): number;
  /** 24 hex digits, of which no two are alike. */
  id(): string;
  /** So many hex digits that nobody can guess. */
  secret(digits: number): string;
  /** Milliseconds for measuring how long something took. */
  elapsed(): number;
  /** Runs what belongs to one call. */
  during<T>(run: () => T): T;
  /** The present call's time and IDs, for what is done about it later. */
  keep(): <T>(run: () => T) => T;
  /** How many calls there have been, to go on from in a later run. */
  count: number;
  readonly deterministic: boolean;
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** 16 random hex digits at a time. Chance is drawn for many at once, as each draw costs far more than an ID. */
function createChance(): () => string {
  const pool = Buffer.alloc(8 * 512);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += 8;
    return pool.toString('hex', used - 8, used);
  };
}

/** The system's own clock and chance. */
export function realMoments(): Moments {
  const now = Date.now;
  const chance = createChance();
  return {
    now,
    id: () => hex(Math.floor(now() / 1000), 8) + chance(),
    secret: (digits) =>
      randomBytes(Math.ceil(digits / 2))
        .toString('hex')
        .slice(0, digits),
    elapsed: () => performance.now(),
    during: (run) => run(),
    keep: () => (run) => run(),
    count: 0,
    deterministic: false,
  };
}

/** After everything that the default workspace holds. */
const start = Date.UTC(2026, 4, 1);

/**
 * Each call has a second of its own, counted from the same start, and IDs that are counted up within it. What it queues
 * is done in the call's own second, whenever that is. So the same calls, one after the other, give the same bytes.
 */
export function fixedMoments(): Moments {
  const calls = new AsyncLocalStorage<{ index: number; ids: number }>();
  const before = { index: 0, ids: 0 };
  const current = () => calls.getStore() ?? before;
  const id = () => {
    const call = current();
    return `5a${hex(call.index, 14)}${hex(++call.ids, 8)}`;
  };
  const moments: Moments = {
    now: () => start + current().index * 1000,
    id,
    secret: (digits) => id().slice(2).padStart(digits, '0').slice(-digits),
    elapsed: () => 0,
    during: (run) => calls.run({ index: ++moments.count, ids: 0 }, run),
    keep() {
      const call = current();
      return (run) => calls.run(call, run);
    },
    count: 0,
    deterministic: true,
  };
  return moments;
}
