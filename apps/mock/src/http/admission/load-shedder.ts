import { setTimeout } from 'node:timers/promises';
import { createTurnQueue } from './turn-queue.ts';

/** When a sandbox has more to do than it can. */
interface OverloadLimits {
  /** How many requests may be under way at once. */
  readonly maxInFlight?: number | undefined;
  /** How long a request may wait until it is begun, in milliseconds. */
  readonly maxDelayMs?: number | undefined;
}

/** Why a request is refused. */
export type Overload = 'in-flight' | 'delay' | 'memory';

/** Learns how a body arrives. */
export interface BodyMeter {
  /** More bytes are there. */
  received(bytes: number): void;
  /** The request has arrived in full. */
  complete(): void;
}

/** A request that has been taken. */
export interface TakenRequest extends BodyMeter {
  /** Waits without being under way, as a fault wants it. */
  delay(milliseconds: number): Promise<void>;
  /** It has been answered. */
  end(): void;
}

/** Decides which requests a sandbox has no capacity for. */
export interface LoadShedder {
  /** How many requests are being answered; those that are still arriving or are delayed by a fault do not count. */
  readonly inFlight: number;
  /** Takes a request, at once or when it is its turn, or says why it is to be refused. */
  begin(hasBody: boolean): TakenRequest | Overload | Promise<TakenRequest | Overload>;
}

/** How many bytes the bodies that are arriving may have together. */
const maxBodyBytes = 256 * 1024 * 1024;

/**
 * Sheds load. Requests that arrive faster than they are answered wait for a turn, their bodies unread, and are refused once
 * they have waited too long; refusing one takes a fraction of answering it. A request that is still arriving takes up no
 * capacity but its bytes, or a few slow clients could use up all of it, and one that a fault delays takes up none.
 */
export function createLoadShedder({ maxInFlight, maxDelayMs }: OverloadLimits): LoadShedder {
  let inFlight = 0;
  let bodyBytes = 0;
  const turns = maxDelayMs === undefined ? undefined : createTurnQueue();

  const refusal = (hasBody: boolean): Overload | undefined => {
    if (maxInFlight !== undefined && inFlight >= maxInFlight) return 'in-flight';
    return hasBody && bodyBytes > maxBodyBytes ? 'memory' : undefined;
  };
  const take = (hasBody: boolean): TakenRequest => {
    let bytes = 0;
    let isComplete = !hasBody;
    let isDelayed = false;
    let isCounted = false;
    const count = () => {
      const counts = isComplete && !isDelayed;
      if (counts !== isCounted) inFlight += counts ? 1 : -1;
      isCounted = counts;
    };
    count();
    return {
      received(more) {
        bytes += more;
        bodyBytes += more;
      },
      complete() {
        isComplete = true;
        count();
      },
      async delay(milliseconds) {
        isDelayed = true;
        count();
        // Like a fault in process, it does not keep the process alive.
        await setTimeout(milliseconds, undefined, { ref: false });
        await turns?.wait(Number.POSITIVE_INFINITY);
        isDelayed = false;
        count();
      },
      end() {
        isComplete = false;
        count();
        bodyBytes -= bytes;
      },
    };
  };

  return {
    get inFlight() {
      return inFlight;
    },
    begin(hasBody) {
      const overload = refusal(hasBody);
      if (overload) return overload;
      const turn = turns?.wait(maxDelayMs ?? 0);
      if (turn === undefined) return take(hasBody);
      return turn.then((isInTime) => (isInTime ? (refusal(hasBody) ?? take(hasBody)) : 'delay'));
    },
  };
}
