import { type CallContext, type Clock, idPrefix, toHex } from './clock.ts';

function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(random, (byte) => toHex(byte, 2)).join('');
}

/**
 * Generates IDs nearly like MongoDB: the time, a random number of this clock, and a counter. Consecutive IDs are adjacent
 * in the index of a database, which random ones are not.
 */
function createIds(now: () => number): () => string {
  // Generated with the first ID, because Workers have no random numbers before their first request.
  let generatorId: string | undefined;
  let count = 0;
  return () => {
    generatorId ??= randomHex(4).slice(1);
    count = (count + 1) % 2 ** 24;
    return idPrefix(now()) + generatorId + toHex(count, 6);
  };
}

/**
 * The clock and the random numbers of the system.
 *
 * @param now Unix time in milliseconds.
 */
export function systemClock(now: () => number = Date.now): Clock {
  const context: CallContext = {
    now,
    id: createIds(now),
    secret: (digits) => randomHex(Math.ceil(digits / 2)).slice(0, digits),
  };
  return {
    initial: context,
    beginCall: () => context,
    elapsed: () => performance.now(),
    httpDate: () => undefined,
    callCount: 0,
    deterministic: false,
  };
}
