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
  /** Gives the connection back. */
  end(failure?: unknown): void;
}

export interface GroupCommitOptions {
  connect(): Promise<GroupConnection>;
  /** The maximum number of parts that share a commit. */
  readonly maxParts: number;
  /** Whether the transaction was rolled back in favor of another one and can be repeated. */
  isConflict(error: unknown): boolean;
  /** Resolves when no more parts are to be expected for this commit. */
  endOfTurn(): Promise<void>;
  /** Called after each commit or rollback, before anything else begins. */
  onSettled?(): void;
}

/** Runs transactions one after the other and commits those that come together at once. */
export interface GroupCommit {
  run<T>(work: (transaction: SqlTransaction) => Promise<T>): Promise<T>;
  /** Whether a transaction is open. */
  readonly isOpen: boolean;
  /** Whether nothing is left to do. */
  readonly isIdle: boolean;
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>;
}

interface Part {
  run(transaction: SqlTransaction): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  attempts: number;
}

const maxAttempts = 10;

/**
 * Group commit: parts that are waiting when a transaction begins, or come within its turn of the event loop, share its
 * commit and therefore its write to the disk. A part that fails is rolled back alone, by a savepoint. The result of each
 * part is passed on only after the commit.
 */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { connect, maxParts, isConflict, endOfTurn, onSettled } = options;
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
    const settle: (() => void)[] = [];
    let connection: GroupConnection | undefined;
    try {
      connection = await connect();
      await connection.begin();
      open = true;
      do {
        for (let part = next(parts); part !== undefined; part = next(parts)) {
          parts.push(part);
          settle.push(await runPart(connection, part));
        }
        await endOfTurn();
      } while (waiting.length > 0 && parts.length < maxParts);
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
    for (const pass of settle) pass();
  };

  const next = (parts: readonly Part[]) => (parts.length < maxParts ? waiting.shift() : undefined);

  const repeatOrReject = async (parts: readonly Part[], error: unknown) => {
    if (!isConflict(error)) {
      for (const part of parts) part.reject(error);
      return;
    }
    const [again, given] = partition(parts, (part) => ++part.attempts < maxAttempts);
    for (const part of given) part.reject(error);
    // Full jitter: those that have been in conflict do not meet again at once.
    const attempts = Math.max(0, ...again.map((part) => part.attempts));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** attempts));
    waiting = [...again, ...waiting];
  };

  return {
    run: <T>(run: (transaction: SqlTransaction) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        // A part resolves to what its own `run` has resolved to.
        waiting.push({ run, resolve: (value) => resolve(value as T), reject, attempts: 0 });
        start();
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

  async function runPart(connection: GroupConnection, part: Part): Promise<() => void> {
    await connection.savepoint();
    try {
      const value = await part.run(connection.transaction);
      await connection.releaseSavepoint();
      return () => part.resolve(value);
    } catch (error) {
      if (isConflict(error) || !connection.isOpen()) throw error;
      await connection.rollBackToSavepoint();
      return () => part.reject(error);
    }
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
