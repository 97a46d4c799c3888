import { setTimeout as sleep } from 'node:timers/promises';
import { formatSeconds } from '../report/progress.ts';

/** A circuit breaker: while telecrm does not respond, rows wait instead of failing one after the other. */
export interface CircuitBreaker {
  /** The number of calls that got a response so far. */
  readonly successes: number;
  /**
   * Makes a call as soon as the breaker allows it. Rejects without making it once the outage has lasted too long, or
   * when aborted.
   *
   * @param judge Whether telecrm responded, according to the result, or why not; `undefined` if nothing was sent.
   */
  run<T>(call: () => Promise<T>, judge: (result: T) => 'responded' | Error | undefined): Promise<T>;
}

export interface BreakerOptions {
  /** The number of consecutive failures that open it. */
  readonly threshold: number;
  /** The first delay, which doubles up to `maxWaitMs`. */
  readonly minWaitMs: number;
  readonly maxWaitMs: number;
  /** The maximum duration of an outage. */
  readonly maxOutageMs: number;
  readonly signal: AbortSignal;
  /** Called before each delay, with the last failure. */
  readonly onWait: (ms: number, failure: Error | undefined) => void;
  /** The time in milliseconds. The default does not follow the clock of the machine, which can be set. */
  readonly now?: () => number;
}

/** telecrm has not responded for too long. Its cause is the last failure. */
export class OutageError extends Error {
  override readonly name = 'OutageError';
}

export function createBreaker(options: BreakerOptions): CircuitBreaker {
  const { threshold, minWaitMs, maxWaitMs, maxOutageMs, signal, onWait } = options;
  const now = options.now ?? performance.now.bind(performance);
  let failures = 0;
  let successes = 0;
  let waitMs = minWaitMs;
  let outageBegan = 0;
  let failedAt = 0;
  let lastFailure: Error | undefined;
  // While it is open, a single call at a time tests whether telecrm responds again.
  let probe: Promise<void> | undefined;

  const isOpen = () => failures >= threshold;

  /** Resolves when a call may be made, to a function to call after it. */
  async function ready(): Promise<() => void> {
    while (isOpen()) {
      signal.throwIfAborted();
      // Time in which nothing was sent, because the rate limit was used up, is no evidence of an outage.
      if (failedAt - outageBegan >= maxOutageMs) {
        const message = `telecrm has not responded for ${formatSeconds(maxOutageMs / 1000)}`;
        throw new OutageError(message, { cause: lastFailure });
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
    const delay = waitMs;
    waitMs = Math.min(waitMs * 2, maxWaitMs);
    onWait(delay, lastFailure);
    try {
      await sleep(delay, undefined, { signal });
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
    async run(call, judge) {
      const end = await ready();
      try {
        const result = await call();
        const verdict = judge(result);
        if (verdict instanceof Error) {
          failedAt = now();
          lastFailure = verdict;
          if (failures++ === 0) outageBegan = failedAt;
        } else if (verdict === 'responded') {
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
