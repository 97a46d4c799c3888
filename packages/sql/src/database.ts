/** A value of a column or a parameter. JSON is stored as text, which preserves the order of its keys. */
export type SqlValue = string | number | null;

export type DialectName = 'sqlite' | 'postgres';

/** Reads rows. */
export interface SqlReader {
  /**
   * Returns all rows.
   *
   * @param text A statement in the subset of SQL that both databases support, with `?` for each value.
   * @typeParam R The columns of the statement.
   */
  all<R extends object>(text: string, values?: readonly SqlValue[]): Promise<R[]>;
}

/** Reads and writes within one transaction. Reads see the transaction's own writes. */
export interface SqlTransaction extends SqlReader {
  /** Returns the number of inserted, changed or deleted rows. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
  /** Runs a nested transaction. If it rejects, it has no effect, and the outer transaction can continue. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  /** Acquires another lock in addition to that of its {@link Scope}, until the transaction ends. */
  lock(name: string): Promise<void>;
}

/** The scope of a transaction. */
export interface Scope {
  /**
   * Transactions with the same lock are serialized, in the order of the calls within a process, and across all
   * processes on Postgres. They share commits. Without a lock, Postgres runs a transaction as `SERIALIZABLE` and
   * repeats it after a conflict.
   */
  readonly lock?: string;
  /** Settings of the transaction for Postgres's policies, such as `telecrm.workspace`. SQLite has none. */
  readonly settings?: Readonly<Record<string, string>>;
  /**
   * Whether the transaction writes many thousands of rows. SQLite then writes them to its log while it runs, because a
   * commit that writes all of them would block the thread.
   *
   * @default false
   */
  readonly isLarge?: boolean;
}

/** A database with the tables of this program. `all` runs a single read, which takes one round trip to a server. */
export interface Database extends SqlReader {
  readonly dialect: DialectName;
  /**
   * Runs reads outside of transactions. They see only committed writes; on Postgres, all of them see the same snapshot.
   */
  read<T>(work: (reader: SqlReader) => Promise<T>, scope?: Scope): Promise<T>;
  /**
   * Runs `work` in a transaction and resolves once it is committed and on disk. If `work` rejects, nothing of it takes
   * effect.
   *
   * @param work Must have no effects except on the transaction, because it can run again after a conflict. It must not
   * wait for another transaction with the same lock.
   */
  transaction<T>(work: (transaction: SqlTransaction) => Promise<T>, scope?: Scope): Promise<T>;
  /**
   * Runs work exclusively across processes; if another process is running it, resolves to `undefined` immediately. The
   * lock ends with the process, and is independent of the locks of transactions.
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<{ readonly value: T } | undefined>;
  /** Waits for running transactions, and closes. Can be called repeatedly. */
  close(): Promise<void>;
}
