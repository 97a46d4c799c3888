/** Why a sandbox takes no requests. */
type NotReady = 'starting' | 'stopping' | 'database-unreachable';

/** Whether a sandbox can take requests. */
export interface Readiness {
  /** `undefined` when it can. */
  readonly problem: NotReady | undefined;
  /** The start is over. */
  started(): void;
  /** From now on requests are to go elsewhere. */
  stopping(): void;
  /**
   * Keeps an eye on a database: it counts as unreachable while the last check failed or took too long.
   *
   * @param check Rejects when the database does not answer.
   */
  watchDatabase(check: () => Promise<void>, times?: CheckTimes): void;
}

/** How often a database is checked, and how long it may take to answer, in milliseconds. */
interface CheckTimes {
  readonly everyMs: number;
  readonly limitMs: number;
}

const usual: CheckTimes = { everyMs: 2000, limitMs: 2000 };

/** Begins as `starting`. What it says is known already when it is asked, so that asking never takes time. */
export function createReadiness(): Readiness {
  let phase: 'starting' | 'ready' | 'stopping' = 'starting';
  let isReachable = true;
  return {
    get problem() {
      if (phase !== 'ready') return phase;
      return isReachable ? undefined : 'database-unreachable';
    },
    started() {
      if (phase === 'starting') phase = 'ready';
    },
    stopping() {
      phase = 'stopping';
    },
    watchDatabase(check, { everyMs, limitMs } = usual) {
      const next = async () => {
        isReachable = await answers(check, limitMs);
        if (phase !== 'stopping') setTimeout(next, everyMs).unref();
      };
      setTimeout(next, everyMs).unref();
    },
  };
}

async function answers(check: () => Promise<void>, limitMs: number): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), limitMs);
  timer.unref();
  const checked = check().then(
    () => true,
    () => false,
  );
  return Promise.race([checked, late.promise]).finally(() => clearTimeout(timer));
}
