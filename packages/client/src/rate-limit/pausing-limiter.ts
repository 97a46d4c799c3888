import { sleep } from '../send/timer.ts';
import { type AcquireOptions, type RateLimiter, startWait } from './limiter.ts';
import { perToken } from './per-token.ts';

/** The pauses of a token, each with the time at which it ends. */
type Pauses = Set<{ readonly until: number }>;

/** How often a delayed request checks whether the pause has ended. */
const pollMs = 1000;

/** Creates a limiter for an API without a documented rate limit. It delays requests only during a pause of their token. */
export function createPausingLimiter(): RateLimiter {
  const pausesOf = perToken((): Pauses => new Set());

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
async function waitForPauses(pauses: Pauses, options: AcquireOptions): Promise<void> {
  const leftMs = () => Math.max(0, ...[...pauses].map(({ until }) => until - Date.now()));
  let waitMs = leftMs();
  if (waitMs > 0) startWait(waitMs, options);
  for (; waitMs > 0; waitMs = leftMs()) await sleep(Math.min(waitMs, pollMs), options.signal);
}
