import { TelecrmError } from './error.ts';
import { sleep } from './sleep.ts';

/** How much may be sent. */
export interface Limits {
  /** How many requests in `seconds`. Without it, any number. */
  requests?: number | undefined;
  /**
   * The length of the window.
   *
   * @default 3600
   */
  seconds?: number | undefined;
  /** How many requests may be under way at the same time; further ones queue. */
  concurrency?: number | undefined;
}

/**
 * Made by {@link rateLimiter}; every client that is given the same one shares it. Resolves when a
 * request may go, with what must be called when it is over.
 */
export type RateLimiter = (
  token: string,
  signal: AbortSignal,
  /** The longest wait for the rate. A longer one rejects with `RATE_LIMITED`. */
  maxWaitMs: number,
  /** Is told of a wait for the rate before it begins. */
  onWait: (ms: number) => void,
) => Promise<() => void>;

/**
 * Keeps the clients it is given to below a rate, each token by itself. The first four fifths of
 * the requests go at once; the last fifth is spread over what is left of the window, so that a
 * long loop slows down instead of standing still for most of an hour.
 *
 * @example
 * ```ts
 * import { createSyncClient, rateLimiter } from '@telecrm/client';
 *
 * const telecrm = createSyncClient({
 *   rateLimit: rateLimiter({ requests: 3600, seconds: 3600, concurrency: 4 }),
 * });
 * await telecrm.getEnterpriseMetadata();
 * ```
 */
export function rateLimiter(limits: Limits): RateLimiter {
  const { requests = Infinity, seconds = 3600, concurrency = Infinity } = limits;
  const tokens = new Map<string, { pace: Pace; turn: Turn }>();

  return async (token, signal, maxWaitMs, onWait) => {
    const own = tokens.get(token) ?? {
      pace: createPace(requests, seconds),
      turn: createTurn(concurrency),
    };
    tokens.set(token, own);
    const wait = own.pace(maxWaitMs);
    if (wait > maxWaitMs) {
      const retryAfter = wait / 1000;
      const message = `The rate limit is used up: wait ${Math.ceil(retryAfter)} seconds`;
      throw new TelecrmError(message, { code: 'RATE_LIMITED', retryAfter });
    }
    if (wait > 0) {
      onWait(wait);
      await sleep(wait, signal);
    }
    return own.turn(signal);
  };
}

/** Takes the next place and says how many milliseconds away it is; one beyond `most` stays free. */
type Pace = (most: number) => number;

function createPace(requests: number, seconds: number): Pace {
  if (requests === Infinity) return () => 0;
  // A hundredth more, for requests that travel at different speeds.
  const span = seconds * 1010;
  const sent: number[] = [];
  return (most) => {
    const now = Date.now();
    let at = Math.max(now, sent.at(-1) ?? 0);
    while ((sent[0] ?? at) <= at - span) sent.shift();
    const left = requests - sent.length;
    if (left <= requests / 5) at += ((sent[0] ?? at) + span - at) / Math.max(left, 1);
    const wait = at - now;
    if (wait <= most) sent.push(at);
    return wait;
  };
}

type Turn = (signal: AbortSignal) => Promise<() => void>;

function createTurn(most: number): Turn {
  let busy = 0;
  const queue = new Set<() => void>();

  function leave(): void {
    const [next] = queue;
    // Whoever is next takes the place over.
    if (next) next();
    else busy--;
  }

  return async (signal) => {
    if (busy < most) {
      busy++;
      return leave;
    }
    await new Promise<void>((resolve, reject) => {
      const abort = () => {
        queue.delete(go);
        reject(signal.reason);
      };
      const go = () => {
        queue.delete(go);
        signal.removeEventListener('abort', abort);
        resolve();
      };
      queue.add(go);
      signal.addEventListener('abort', abort);
      if (signal.aborted) abort();
    });
    return leave;
  };
}
