import { type CallContext, type Clock, toHex } from './clock.ts';

const hexOfByte = Array.from({ length: 256 }, (_, byte) => toHex(byte, 2));

/** Random hex digits. They are generated for many IDs at once, because a single call takes far longer than an ID. */
function createRandomHex(): (bytes: number) => string {
  const pool = new Uint8Array(4096);
  let used = pool.length;
  return (bytes) => {
    if (used + bytes > pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    let text = '';
    for (const end = used + bytes; used < end; used++) text += hexOfByte[pool[used] ?? 0];
    return text;
  };
}

/**
 * The clock and the random numbers of the system.
 *
 * @param now Unix time in milliseconds.
 */
export function systemClock(now: () => number = Date.now): Clock {
  const randomHex = createRandomHex();
  const context: CallContext = {
    now,
    id: () => toHex(Math.max(0, Math.floor(now() / 1000)) % 2 ** 32, 8) + randomHex(8),
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
