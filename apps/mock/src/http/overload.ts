/** When a sandbox has more to do than it can. */
interface OverloadLimits {
  /** How many requests may be under way at once. */
  readonly maxInFlight?: number | undefined;
  /** How long requests that have arrived may keep the event loop busy before the rest of them is refused, in milliseconds. */
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
interface TakenRequest extends BodyMeter {
  /** It has been answered. */
  end(): void;
}

/** Decides which requests a sandbox has no capacity for. */
export interface LoadShedder {
  /** How many requests are being answered; those that are still arriving do not count. */
  readonly inFlight: number;
  /** Takes a request, or says why it is to be refused. */
  begin(hasBody: boolean): TakenRequest | Overload;
}

/** How many bytes the bodies that are arriving may have together. */
const maxBodyBytes = 256 * 1024 * 1024;

/**
 * Sheds load. The event loop takes all requests that have arrived in one turn, so the time since the turn began is what
 * the later ones have waited; refusing them takes a fraction of answering them, and the next turn comes sooner. A request
 * that is still arriving takes up no capacity but its bytes, or a few slow clients could use up all of it.
 */
export function createLoadShedder({ maxInFlight, maxDelayMs }: OverloadLimits): LoadShedder {
  let inFlight = 0;
  let bodyBytes = 0;
  let turnBegan: number | undefined;
  const endTurn = () => {
    turnBegan = undefined;
  };
  const isLate = (limit: number) => {
    const now = performance.now();
    if (turnBegan !== undefined) return now - turnBegan > limit;
    turnBegan = now;
    setImmediate(endTurn);
    return false;
  };
  const take = (): TakenRequest => {
    let bytes = 0;
    let isCounted = false;
    return {
      received(more) {
        bytes += more;
        bodyBytes += more;
      },
      complete() {
        if (!isCounted) inFlight++;
        isCounted = true;
      },
      end() {
        if (isCounted) inFlight--;
        bodyBytes -= bytes;
      },
    };
  };
  return {
    get inFlight() {
      return inFlight;
    },
    begin(hasBody) {
      if (maxDelayMs !== undefined && isLate(maxDelayMs)) return 'delay';
      if (maxInFlight !== undefined && inFlight >= maxInFlight) return 'in-flight';
      if (hasBody && bodyBytes > maxBodyBytes) return 'memory';
      const taken = take();
      if (!hasBody) taken.complete();
      return taken;
    },
  };
}
