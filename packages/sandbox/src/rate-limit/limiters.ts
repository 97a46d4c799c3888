import { facts } from '../generated/facts.ts';
import { type ApiName, apiNames } from '../operations/operation.ts';
import { createSlidingWindow, type RateLimiter, unlimited } from './sliding-window.ts';

/** One limiter for each API. */
export type RateLimiters = Readonly<Record<ApiName, RateLimiter>>;

/**
 * The figure of the Async API is documented, so it holds unless another is given. That of the Sync API has only been seen
 * in the notes of one program, so there is no limit there until somebody asks for one.
 */
export function createRateLimiters(requestsPerHour?: number): RateLimiters {
  const documented: Partial<Record<ApiName, number>> = facts.requestsPerHour;
  const limiterOf = (api: ApiName) => {
    const perHour = requestsPerHour ?? documented[api];
    return perHour === undefined ? unlimited : createSlidingWindow(perHour);
  };
  return { sync: limiterOf('sync'), async: limiterOf('async') };
}

/** All limiters forget the tokens of a workspace. */
export function forgetTokens(limiters: RateLimiters, tokens: Readonly<Record<ApiName, string>>) {
  for (const api of apiNames) limiters[api].forget(tokens[api]);
}
