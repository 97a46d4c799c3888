import { type CallContext, type Clock, toHex } from './clock.ts';

/** Later than all dates in the default workspace. */
const start = Date.UTC(2026, 4, 1);

/**
 * Each request has a different second, counted from a fixed start, and sequential IDs within it. A body that it queues
 * is processed with the time of the request. Therefore the same requests in the same order get the same bytes.
 */
export function deterministicClock(): Clock {
  const contextOf = (index: number): CallContext => {
    let ids = 0;
    const id = () => `5a${toHex(index, 14)}${toHex(++ids, 8)}`;
    return {
      now: () => start + index * 1000,
      id,
      secret: (digits) => id().slice(2).padStart(digits, '0').slice(-digits),
    };
  };
  return {
    initial: contextOf(0),
    beginCall() {
      this.callCount++;
      return contextOf(this.callCount);
    },
    elapsed: () => 0,
    httpDate() {
      return new Date(start + this.callCount * 1000).toUTCString();
    },
    callCount: 0,
    deterministic: true,
  };
}
