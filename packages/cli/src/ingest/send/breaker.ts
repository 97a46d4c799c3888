import { setTimeout as sleep } from 'node:timers/promises';
import { formatSeconds } from '../report/progress.ts';

/** A circuit breaker: while telecrm does not answer, rows wait instead of failing one after the other. */
export interface CircuitBreaker {
  /** How many calls were answered so far. */
  readonly successes: number;
  /**
   * Makes a call as soon as calls may be made. Rejects without making it once the outage has lasted too long, or on an
   * abort.
   *
   * @param isFailure Whether the result means that telecrm did not answer.
   */
  run<T>(call: () => Promise<T>, isFailure: (result: T) => boolean): Promise<T>;
}

export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly threshold: number;
  /** The first wait; it doubles up to `maxWaitMs`. */
  readonly minWaitMs: number;
  readonly maxWaitMs: number;
  /** How long an outage may last. */
  readonly maxOutageMs: number;
  readonly signal: AbortSignal;
  /** Is called before each wait. */
  readonly onWait: (ms: number) => void;
}

/** telecrm has not answered for too long. */
export class OutageError extends Error {
  override readonly name = 'OutageError';
}

export function createBreaker(options: BreakerOptions): CircuitBreaker {
  const { threshold, minWaitMs, maxWaitMs, maxOutageMs, signal, onWait } = options;
  let failures = 0;
  let successes = 0;
  let waitMs = minWaitMs;
  let outageBegan = 0;
  // While it is open, one call at a time finds out whether telecrm is back.
  let probe: Promise<void> | undefined;

  const isOpen = () => failures >= threshold;

  /** Resolves when a call may be made, with what must be called after it. */
  async function ready(): Promise<() => void> {
    while (isOpen()) {
      signal.throwIfAborted();
      if (Date.now() - outageBegan >= maxOutageMs) {
        throw new OutageError(`telecrm has not answered for ${formatSeconds(maxOutageMs / 1000)}`);
      }
      if (probe === undefined) return startProbe();
      await probe;
    }
    return () => undefined;
  }

  async function startProbe(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    probe = promise;
    const end = () => {
      probe = undefined;
      resolve();
    };
    const now = waitMs;
    waitMs = Math.min(waitMs * 2, maxWaitMs);
    onWait(now);
    try {
      await sleep(now, undefined, { signal });
      return end;
    } catch (error) {
      end();
      throw error;
    }
  }

  return {
    get successes() {
      return successes;
    },
    async run(call, isFailure) {
      const end = await ready();
      try {
        const result = await call();
        if (isFailure(result)) {
          if (failures++ === 0) outageBegan = Date.now();
        } else {
          successes++;
          failures = 0;
          waitMs = minWaitMs;
        }
        return result;
      } finally {
        end();
      }
    },
  };
}
