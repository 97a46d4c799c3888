import { sleep } from '../send/timer.ts';
import { type AcquireOptions, RateLimitExceeded, type RateLimiter } from './limiter.ts';

/** The pauses of a token, each with the time at which it ends. */
type Pauses = Set<{ readonly until: number }>;

/** How often a delayed request checks whether the pause has ended. */
const pollMs = 1000;

/** Creates a limiter for an API without a documented rate limit. It delays requests only during a pause of their token. */
export function createPausingLimiter(): RateLimiter {
  const byToken = new Map<string, Pauses>();

  function pausesOf(token: string): Pauses {
    const pauses: Pauses = byToken.get(token) ?? new Set();
    byToken.set(token, pauses);
    return pauses;
  }

  return {
    async acquire(options) {
      options.signal?.throwIfAborted();
      const pauses = pausesOf(options.token);
      if (!options.ignorePauses && pauses.size > 0) await waitForPauses(pauses, options);
      return () => {};
    },
    pause(token, ms) {
      const pauses = pausesOf(token);
      const others = pauses.size;
      const pause = { until: Date.now() + ms };
      pauses.add(pause);
      return { others, end: () => pauses.delete(pause) };
    },
  };
}

/** Waits for the longest pause, and checks regularly whether it has ended early. */
async function waitForPauses(
  pauses: Pauses,
  { signal, maxWaitMs, onWait }: AcquireOptions,
): Promise<void> {
  const leftMs = () => Math.max(0, ...[...pauses].map(({ until }) => until - Date.now()));
  let waitMs = leftMs();
  if (waitMs > maxWaitMs) throw new RateLimitExceeded(waitMs);
  if (waitMs > 0) onWait(waitMs);
  for (; waitMs > 0; waitMs = leftMs()) await sleep(Math.min(waitMs, pollMs), signal);
}
