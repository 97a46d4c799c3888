import { facts } from '../generated/facts.ts';
import { type ApiName, apiNames } from '../operations/operation.ts';
import { createSlidingWindow, type RateLimiter, unlimited } from './sliding-window.ts';

/** One limiter for each API. */
export type RateLimiters = Readonly<Record<ApiName, RateLimiter>>;

/**
 * The limit of the Async API is documented, so it applies by default. A limit of the Sync API is only mentioned in the
 * notes of one program, so there is none by default.
 */
export function createRateLimiters(requestsPerHour?: number): RateLimiters {
  const documented: Partial<Record<ApiName, number>> = facts.requestsPerHour;
  const limiterOf = (api: ApiName) => {
    const perHour = requestsPerHour ?? documented[api];
    return perHour === undefined ? unlimited : createSlidingWindow(perHour);
  };
  return { sync: limiterOf('sync'), async: limiterOf('async') };
}

/** Resets the limits of a workspace's tokens. */
export function forgetTokens(limiters: RateLimiters, tokens: Readonly<Record<ApiName, string>>) {
  for (const api of apiNames) limiters[api].forget(tokens[api]);
}
