import type { IncomingMessage } from 'node:http';

/** When a sandbox has more to do than it can. */
export interface OverloadLimits {
  /** How many requests may be under way at once. */
  readonly maxInFlight?: number | undefined;
  /** How long requests that have arrived may keep the event loop busy before the rest of them is refused, in milliseconds. */
  readonly maxDelayMs?: number | undefined;
}

/** Why a request is refused. */
export type Overload = 'in-flight' | 'delay' | 'memory';

/** Decides which requests a sandbox has no capacity for. */
export interface LoadShedder {
  readonly inFlight: number;
  /** Why a request is to be refused. Without a reason it counts as under way until `end`. */
  begin(incoming: IncomingMessage): Overload | undefined;
  end(incoming: IncomingMessage): void;
}

/** How many bytes the bodies of all requests under way may have, which are held until they are there in full. */
const maxBodyBytes = 256 * 1024 * 1024;

/** What a body without a length may turn out to be. */
const largestBody = 1024 * 1024;

/**
 * Sheds load. The event loop takes all requests that have arrived in one turn, so the time since the turn began is what
 * the later ones have waited; refusing them takes a fraction of answering them, and the next turn comes sooner.
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
  return {
    get inFlight() {
      return inFlight;
    },
    begin(incoming) {
      if (maxDelayMs !== undefined && isLate(maxDelayMs)) return 'delay';
      if (maxInFlight !== undefined && inFlight >= maxInFlight) return 'in-flight';
      const bytes = bodyBytesOf(incoming);
      if (bodyBytes + bytes > maxBodyBytes) return 'memory';
      bodyBytes += bytes;
      inFlight++;
      return undefined;
    },
    end(incoming) {
      bodyBytes -= bodyBytesOf(incoming);
      inFlight--;
    },
  };
}

function bodyBytesOf({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) return largestBody;
  return Math.min(Number(headers['content-length'] ?? 0) || 0, largestBody);
}
