/** The reason why a sandbox is not ready. */
type NotReady = 'starting' | 'stopping' | 'database-unreachable';

/** Whether a sandbox can process requests. */
export interface Readiness {
  /** `undefined` if it can. */
  readonly problem: NotReady | undefined;
  /** Calls back whenever it changes. */
  onChange(callback: () => void): void;
  /** Called after the start. */
  started(): void;
  /** Called at the beginning of the shutdown. */
  stopping(): void;
  /**
   * Monitors a database, which counts as unreachable while the last check failed or took too long.
   *
   * @param check Rejects if the database does not respond.
   */
  watchDatabase(check: () => Promise<void>, times?: CheckTimes): void;
}

/** The interval and the timeout of checks, in milliseconds. */
interface CheckTimes {
  readonly everyMs: number;
  readonly limitMs: number;
}

const defaults: CheckTimes = { everyMs: 2000, limitMs: 2000 };

/** Initially `starting`. The state is determined in the background, so reading it takes no time. */
export function createReadiness(): Readiness {
  let phase: 'starting' | 'ready' | 'stopping' = 'starting';
  let isReachable = true;
  const callbacks: (() => void)[] = [];
  const changed = () => {
    for (const callback of callbacks) callback();
  };
  return {
    get problem() {
      if (phase !== 'ready') return phase;
      return isReachable ? undefined : 'database-unreachable';
    },
    onChange: (callback) => void callbacks.push(callback),
    started() {
      if (phase === 'starting') phase = 'ready';
      changed();
    },
    stopping() {
      phase = 'stopping';
      changed();
    },
    watchDatabase(check, { everyMs, limitMs } = defaults) {
      const next = async () => {
        const wasReachable = isReachable;
        isReachable = await responds(check, limitMs);
        if (isReachable !== wasReachable) changed();
        if (phase !== 'stopping') setTimeout(next, everyMs).unref();
      };
      setTimeout(next, everyMs).unref();
    },
  };
}

async function responds(check: () => Promise<void>, limitMs: number): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), limitMs);
  timer.unref();
  const checked = check().then(
    () => true,
    () => false,
  );
  return Promise.race([checked, late.promise]).finally(() => clearTimeout(timer));
}
