import type { FailedAttempt } from '../send/attempt.ts';
import type { SendSettings } from '../send/settings.ts';
import { retryAfterMs } from './retry-after.ts';

/** The properties of an attempt that determine whether there is another one. */
interface EndedAttempt {
  /** Its number, from 1. */
  readonly attempt: number;
  /** Whether sending the request twice is harmless. */
  readonly idempotent: boolean;
}

/** How long to wait after a response before the next attempt; undefined when the response is final. */
export function delayAfterResponse(
  { status, headers }: Response,
  { attempt, idempotent }: EndedAttempt,
  settings: SendSettings,
): number | undefined {
  // A 429 was not carried out.
  const retriable = status === 429 || (idempotent && (status === 408 || status >= 500));
  if (!retriable || attempt >= settings.maxAttempts) return undefined;
  const asked = retryAfterMs(headers) ?? 0;
  if (asked > settings.maxWaitMs) return undefined;
  // Calls with the same wait must not retry at the same time.
  return asked + backoffWithJitter(attempt, settings);
}

/** How long to wait after an attempt without a response; undefined if there is no further attempt. */
export function delayAfterFailure(
  { code, mayHaveArrived }: FailedAttempt,
  { attempt, idempotent }: EndedAttempt,
  settings: SendSettings,
): number | undefined {
  // A response that is too large would be too large again.
  const retriable = code !== 'UNEXPECTED_ANSWER' && (idempotent || !mayHaveArrived);
  if (!retriable || attempt >= settings.maxAttempts) return undefined;
  return backoffWithJitter(attempt, settings);
}

/** Exponential backoff with full jitter: a random part of a maximum that doubles with each attempt. */
function backoffWithJitter(attempt: number, { backoffMs, maxWaitMs }: SendSettings): number {
  return Math.random() * Math.min(backoffMs * 2 ** (attempt - 1), maxWaitMs);
}
