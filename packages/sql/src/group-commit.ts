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

/** Passes the result of a part on. */
type Pass = () => void;

interface Ran {
  readonly pass: Pass;
  /** Whether the part has failed, and what it wrote is still there. */
  readonly isDirty: boolean;
}

const maxAttempts = 10;

/**
 * Group commit: parts that are waiting when a transaction begins, or come within its turn of the event loop, share its
 * commit and therefore its write to the disk. The result of each part is passed on only after the commit.
 *
 * A part that fails is rolled back alone. Few fail, and a savepoint for each part would cost more than its writes: so after
 * the first failure the transaction is rolled back, and the parts before it run again, from then on between savepoints.
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
    let settle: Pass[] = [];
    let run = runPart;
    let connection: GroupConnection | undefined;
    try {
      connection = await connect();
      await connection.begin();
      open = true;
      do {
        for (let part = next(parts); part !== undefined; part = next(parts)) {
          parts.push(part);
          const { pass, isDirty } = await run(connection, part);
          if (isDirty) {
            run = runBetweenSavepoints;
            settle = await repeatAll(connection, parts.slice(0, -1));
          }
          settle.push(pass);
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

  async function runPart(connection: GroupConnection, part: Part): Promise<Ran> {
    try {
      const value = await part.run(connection.transaction);
      return { pass: () => part.resolve(value), isDirty: false };
    } catch (error) {
      if (isConflict(error) || !connection.isOpen()) throw error;
      return { pass: () => part.reject(error), isDirty: true };
    }
  }

  async function runBetweenSavepoints(connection: GroupConnection, part: Part): Promise<Ran> {
    await connection.savepoint();
    const ran = await runPart(connection, part);
    if (ran.isDirty) await connection.rollBackToSavepoint();
    else await connection.releaseSavepoint();
    return { ...ran, isDirty: false };
  }

  /** Undoes everything, and runs these parts anew. */
  async function repeatAll(connection: GroupConnection, parts: readonly Part[]): Promise<Pass[]> {
    await connection.rollback();
    await connection.begin();
    const settle: Pass[] = [];
    for (const part of parts) settle.push((await runBetweenSavepoints(connection, part)).pass);
    return settle;
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
