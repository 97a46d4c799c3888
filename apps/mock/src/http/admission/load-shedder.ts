import { setTimeout } from 'node:timers/promises';
import { createTurnQueue } from './turn-queue.ts';

/** The limits beyond which requests are rejected. */
interface OverloadLimits {
  /** The maximum number of concurrent requests. */
  readonly maxInFlight?: number | undefined;
  /** The maximum time that a request may wait before it is started, in milliseconds. */
  readonly maxDelayMs?: number | undefined;
}

/** The reason for rejecting a request. */
export type Overload = 'in-flight' | 'delay' | 'memory';

/** Receives the progress of an arriving body. */
export interface BodyMeter {
  /** More bytes have arrived. */
  received(bytes: number): void;
  /** The request is complete. */
  complete(): void;
}

/** An admitted request. */
export interface AdmittedRequest extends BodyMeter {
  /** Waits for its turn once the body has arrived. The result is the reason for rejecting the request, if there is one. */
  turn(): Overload | undefined | Promise<Overload | undefined>;
  /** Delays the request for a fault; it does not count during that time. */
  delay(milliseconds: number): Promise<void>;
  /** The request is completed. */
  end(): void;
}

/** Decides which requests exceed the capacity of the sandbox. */
export interface LoadShedder {
  /** Whether requests wait for their turn. */
  readonly isQueued: boolean;
  /** The number of requests being processed, without incomplete ones and those that a fault delays. */
  readonly inFlight: number;
  /** Admits a request, immediately or after waiting, or returns the reason for rejecting it. */
  begin(hasBody: boolean): AdmittedRequest | Overload | Promise<AdmittedRequest | Overload>;
}

/** The maximum size of all arriving bodies together, in bytes. */
const maxBodyBytes = 256 * 1024 * 1024;

/**
 * Sheds load. Requests that arrive faster than they can be processed wait in a queue and are rejected if they have
 * waited too long; rejecting a request takes a fraction of the time of processing it. While the queue is too long,
 * others are rejected before their bodies are read. An incomplete request uses no capacity except its bytes, because
 * otherwise a few slow clients could use up all of it. A request that a fault delays uses none.
 */
export function createLoadShedder({ maxInFlight, maxDelayMs }: OverloadLimits): LoadShedder {
  let inFlight = 0;
  let bodyBytes = 0;
  const turns = maxDelayMs === undefined ? undefined : createTurnQueue();

  const overloadOf = (hasBody: boolean): Overload | undefined => {
    if (maxInFlight !== undefined && inFlight >= maxInFlight) return 'in-flight';
    return hasBody && bodyBytes > maxBodyBytes ? 'memory' : undefined;
  };
  const admit = (hasBody: boolean): AdmittedRequest => {
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
      turn() {
        // Many may have begun to arrive when there were few.
        if (maxInFlight !== undefined && inFlight > maxInFlight) return 'in-flight';
        return turns?.wait(maxDelayMs ?? 0)?.then((isInTime) => (isInTime ? undefined : 'delay'));
      },
      async delay(milliseconds) {
        isDelayed = true;
        count();
        // Like a fault in process, the timer does not keep the process alive.
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
    isQueued: turns !== undefined,
    get inFlight() {
      return inFlight;
    },
    begin(hasBody) {
      const overload = overloadOf(hasBody);
      if (overload) return overload;
      if (turns?.isLate()) return 'delay';
      // A request with a body waits for its turn after its body has arrived, because its processing starts then.
      const turn = hasBody ? undefined : turns?.wait(maxDelayMs ?? 0);
      if (turn === undefined) return admit(hasBody);
      return turn.then((isInTime) =>
        isInTime ? (overloadOf(hasBody) ?? admit(hasBody)) : 'delay',
      );
    },
  };
}
