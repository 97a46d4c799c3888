import { startTimer } from '../clock/background-timer.ts';
import { realTime } from '../clock/real-time.ts';

/** Runs jobs by name, each no sooner than it is due. Jobs with the same name never run concurrently. */
export interface Schedule {
  /** The names of scheduled and running jobs. */
  names(): string[];
  /** Runs the job of this name once it is due. */
  add(name: string, dueAt: number): void;
  /** Runs overdue jobs: some runtimes drop the timers of a request once its response is sent. */
  catchUp(name: string): Promise<void>;
  /** Runs other work exclusively: not while the job or other work with the same name is running. */
  runExclusive(name: string, work: () => Promise<void>): Promise<void>;
  /** Starts no more jobs. */
  stop(): void;
}

interface Entry {
  dueAt: number;
  stopTimer: () => void;
  running: Promise<void> | undefined;
  /** The end of the last added work. */
  last: Promise<void>;
  pending: number;
}

const never = Number.POSITIVE_INFINITY;

/** The longest delay of a timer: a longer one would fire immediately. */
const longestDelay = 2 ** 31 - 1;

/**
 * @param run Runs the job with a name and resolves to the time when it is due again; `null` for never. Must not reject.
 */
export function createSchedule(run: (name: string) => Promise<number | null>): Schedule {
  const entries = new Map<string, Entry>();
  let isStopped = false;

  const entryOf = (name: string): Entry => {
    const last = Promise.resolve();
    const fresh = { dueAt: never, stopTimer: () => {}, running: undefined, last, pending: 0 };
    const entry = entries.get(name) ?? fresh;
    entries.set(name, entry);
    return entry;
  };

  const runExclusive = (name: string, work: () => Promise<void>): Promise<void> => {
    const entry = entryOf(name);
    entry.pending++;
    const done = entry.last.then(work).finally(() => {
      entry.pending--;
      if (entry.pending === 0 && entry.dueAt === never) entries.delete(name);
    });
    entry.last = done.catch(() => {});
    return done;
  };

  const setTimer = (name: string, entry: Entry, dueAt: number) => {
    entry.stopTimer();
    entry.dueAt = dueAt;
    if (dueAt === never || isStopped) return;
    const delay = Math.min(Math.max(0, dueAt - realTime()), longestDelay);
    entry.stopTimer = startTimer(() => void runNow(name, entry), delay);
  };

  const runNow = (name: string, entry: Entry): Promise<void> => {
    entry.stopTimer();
    // Work that is added from now on may be too late for this run.
    entry.dueAt = never;
    entry.running ??= runExclusive(name, async () => {
      const next = isStopped ? null : await run(name);
      entry.running = undefined;
      setTimer(name, entry, Math.min(next ?? never, entry.dueAt));
    });
    return entry.running;
  };

  return {
    names: () => [...entries.keys()],
    add(name, dueAt) {
      const entry = entryOf(name);
      if (dueAt >= entry.dueAt) return;
      if (entry.running) entry.dueAt = dueAt;
      else setTimer(name, entry, dueAt);
    },
    async catchUp(name) {
      const entry = entries.get(name);
      if (entry?.running) await entry.running;
      else if (entry && entry.dueAt <= realTime()) await runNow(name, entry);
    },
    runExclusive,
    stop() {
      isStopped = true;
      for (const { stopTimer } of entries.values()) stopTimer();
    },
  };
}
