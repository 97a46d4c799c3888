import type { SqlTransaction } from './database.ts';

/** A connection on which one transaction is open at a time. */
export interface GroupConnection {
  readonly transaction: SqlTransaction;
  begin(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  savepoint(): Promise<void>;
  releaseSavepoint(): Promise<void>;
  rollBackToSavepoint(): Promise<void>;
  /** Whether the transaction still exists; some failures end it as a whole. */
  isOpen(): boolean;
  /** Releases the connection. */
  end(failure?: unknown): void;
}

export interface GroupCommitOptions {
  connect(): Promise<GroupConnection>;
  /** The maximum number of parts that share a commit. */
  readonly maxParts: number;
  /** Whether the transaction was rolled back because of a conflict and can be repeated. */
  isConflict(error: unknown): boolean;
  /** Resolves when the parts of the current iteration of the event loop have arrived. */
  endOfTurn(): Promise<void>;
  /**
   * The maximum time for which a group waits until it has as many parts as the previous one, in milliseconds. Concurrent
   * clients send the next requests at nearly the same time, after the previous commit.
   *
   * @default 0
   */
  readonly maxWaitMs?: number;
  /** Called after each commit or rollback, before anything else begins. */
  onSettled?(): void;
}

/** Runs transactions sequentially, and commits concurrent ones together. */
export interface GroupCommit {
  run<T>(work: (transaction: SqlTransaction) => Promise<T>): Promise<T>;
  /** Whether a transaction is open. */
  readonly isOpen: boolean;
  /** Whether all work is done. */
  readonly isIdle: boolean;
  /** Resolves when all work is done. */
  settled(): Promise<void>;
}

interface Part {
  run(transaction: SqlTransaction): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  attempts: number;
}

/** Settles the promise of a part. */
type SettlePart = () => void;

interface PartOutcome {
  readonly settle: SettlePart;
  /** Whether the part has failed without being rolled back. */
  readonly isDirty: boolean;
}

const maxAttempts = 10;

/**
 * Group commit: parts that are waiting when a transaction begins, or arrive within the same iteration of the event
 * loop, share its commit and therefore its write to the disk. The result of each part is returned only after the
 * commit.
 *
 * A part that fails is rolled back without the others. Failures are rare, and a savepoint for each part would cost more
 * than its writes: so after the first failure the transaction is rolled back, and the parts before it run again, now
 * between savepoints.
 */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { connect, maxParts, isConflict, endOfTurn, maxWaitMs = 0, onSettled } = options;
  /** The number of parts of the previous group. */
  let groupSize = 0;
  let onArrival: (() => void) | undefined;
  let waiting: Part[] = [];
  let open = false;
  let running: Promise<void> | undefined;

  const work = async () => {
    while (waiting.length > 0) await commitGroup();
  };

  const start = () => {
    running ??= work().finally(() => {
      running = undefined;
      if (waiting.length > 0) start();
    });
  };

  const commitGroup = async () => {
    const parts: Part[] = [];
    let callbacks: SettlePart[] = [];
    let run = runPart;
    let connection: GroupConnection | undefined;
    try {
      connection = await connect();
      await connection.begin();
      open = true;
      do {
        for (let part = next(parts); part !== undefined; part = next(parts)) {
          parts.push(part);
          const { settle, isDirty } = await run(connection, part);
          if (isDirty) {
            run = runBetweenSavepoints;
            callbacks = await repeatAll(connection, parts.slice(0, -1));
          }
          callbacks.push(settle);
        }
        await endOfTurn();
        if (parts.length < groupSize) await arrivalOf(groupSize - parts.length);
      } while (waiting.length > 0 && parts.length < maxParts);
      groupSize = parts.length;
      await connection.commit();
      connection.end();
    } catch (error) {
      await abort(connection, error);
      const failed = parts.length > 0 ? parts : waiting.splice(0);
      open = false;
      onSettled?.();
      await repeatOrReject(failed, error);
      return;
    }
    open = false;
    onSettled?.();
    for (const settle of callbacks) settle();
  };

  /** Resolves when this number of parts is waiting, or after the maximum time. */
  const arrivalOf = (count: number) =>
    new Promise<void>((resolve) => {
      if (maxWaitMs === 0 || waiting.length >= count) return resolve();
      const end = () => {
        clearTimeout(timer);
        onArrival = undefined;
        resolve();
      };
      const timer = setTimeout(end, maxWaitMs);
      onArrival = () => waiting.length >= count && end();
    });

  const next = (parts: readonly Part[]) => (parts.length < maxParts ? waiting.shift() : undefined);

  const repeatOrReject = async (parts: readonly Part[], error: unknown) => {
    if (!isConflict(error)) {
      for (const part of parts) part.reject(error);
      return;
    }
    const [again, given] = partition(parts, (part) => ++part.attempts < maxAttempts);
    for (const part of given) part.reject(error);
    // Full jitter: transactions that have been in conflict must not be repeated at the same time.
    const attempts = Math.max(0, ...again.map((part) => part.attempts));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** attempts));
    waiting = [...again, ...waiting];
  };

  return {
    run: <T>(run: (transaction: SqlTransaction) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        // A part resolves to the result of its own `run`.
        waiting.push({ run, resolve: (value) => resolve(value as T), reject, attempts: 0 });
        start();
        onArrival?.();
      }),
    get isOpen() {
      return open;
    },
    get isIdle() {
      return running === undefined;
    },
    async settled() {
      while (running) await running;
    },
  };

  async function runPart(connection: GroupConnection, part: Part): Promise<PartOutcome> {
    try {
      const value = await part.run(connection.transaction);
      return { settle: () => part.resolve(value), isDirty: false };
    } catch (error) {
      if (isConflict(error) || !connection.isOpen()) throw error;
      return { settle: () => part.reject(error), isDirty: true };
    }
  }

  async function runBetweenSavepoints(
    connection: GroupConnection,
    part: Part,
  ): Promise<PartOutcome> {
    await connection.savepoint();
    const outcome = await runPart(connection, part);
    if (outcome.isDirty) await connection.rollBackToSavepoint();
    else await connection.releaseSavepoint();
    return { ...outcome, isDirty: false };
  }

  /** Rolls everything back, and runs these parts again. */
  async function repeatAll(
    connection: GroupConnection,
    parts: readonly Part[],
  ): Promise<SettlePart[]> {
    await connection.rollback();
    await connection.begin();
    const callbacks: SettlePart[] = [];
    for (const part of parts) {
      callbacks.push((await runBetweenSavepoints(connection, part)).settle);
    }
    return callbacks;
  }
}

async function abort(connection: GroupConnection | undefined, failure: unknown): Promise<void> {
  try {
    if (connection?.isOpen()) await connection.rollback();
    connection?.end();
  } catch {
    connection?.end(failure);
  }
}

function partition<T>(items: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (fits(item) ? yes : no).push(item);
  return [yes, no];
}
