import type { Handler } from '../../control/handler.ts';
import { StorageUnavailableError } from '../../storage/unavailable.ts';
import { copiesExceeded } from './quota-response.ts';

/** How many copies a partner can request at once: one for each workspace of the default quota. */
export const maxCopies = 25;

/** The maximum pause after a copy, in milliseconds. */
const maxPauseMs = 2000;

/** The `Retry-After` value if there are more. */
const retrySeconds = 1;

/** The copies of a partner that run or wait. */
interface Line {
  count: number;
  /** Resolves when the last of them is done. */
  done: Promise<void>;
  /** The end of the pause after the previous copy. */
  readyAt: number;
}

/** The copies that partners request. */
export interface CopyLimit {
  /** Limits a handler that copies. */
  limit(handle: Handler): Handler;
  /** Rejects copies that wait: the storage will be closed. */
  stop(): void;
}

/**
 * Limits copies of the content of workspaces, such as snapshots: a large one takes most of the time of a database. Those
 * of a partner run one at a time, in the order of their arrival, each followed by a pause that is as long as it took.
 * Otherwise a partner could keep the database busy without end. Each process limits its own.
 */
export function limitCopies(): CopyLimit {
  const lines = new Map<string, Line>();
  const pauses = new Set<() => void>();
  let isStopped = false;

  const waitUntil = (time: number): Promise<void> | undefined => {
    const left = time - performance.now();
    if (left <= 0 || isStopped) return undefined;
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, left);
      pauses.add(end);
    });
  };
  const take = async (line: Line, copy: () => ReturnType<Handler>) => {
    await waitUntil(line.readyAt);
    const began = performance.now();
    try {
      if (isStopped) throw new StorageUnavailableError('it is stopping', retrySeconds);
      return await copy();
    } finally {
      const now = performance.now();
      line.readyAt = now + Math.min(now - began, maxPauseMs);
      line.count--;
    }
  };

  return {
    limit: (handle) => async (request) => {
      const { partnerId } = request.caller;
      if (partnerId === null) return handle(request);
      for (const [id, { count, readyAt }] of lines) {
        if (count === 0 && readyAt <= performance.now()) lines.delete(id);
      }
      const line = lines.get(partnerId) ?? { count: 0, done: Promise.resolve(), readyAt: 0 };
      if (line.count >= maxCopies) return copiesExceeded(maxCopies, retrySeconds);
      lines.set(partnerId, line);
      line.count++;
      const response = line.done.then(() => take(line, () => handle(request)));
      line.done = response.then(
        () => {},
        () => {},
      );
      return response;
    },
    stop() {
      isStopped = true;
      for (const end of pauses) end();
    },
  };
}
