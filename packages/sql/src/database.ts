/** A value of a column or a parameter. JSON is stored as text, which keeps the order of its keys. */
export type SqlValue = string | number | null;

export type DialectName = 'sqlite' | 'postgres';

/** Reads rows. */
export interface SqlReader {
  /**
   * Returns all rows.
   *
   * @param text A statement in the subset that both databases have, with `?` for each value.
   * @typeParam R The columns, as the caller knows them from the statement.
   */
  all<R extends object>(text: string, values?: readonly SqlValue[]): Promise<R[]>;
}

/** Reads and writes within one transaction. Reads see the transaction's own writes. */
export interface SqlTransaction extends SqlReader {
  /** Returns how many rows were inserted, changed or deleted. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
  /** Runs a part of the transaction. If it rejects, nothing of it remains, and the transaction can go on. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  /** Takes another lock beside that of its {@link Scope}, until the transaction ends. */
  lock(name: string): Promise<void>;
}

/** What a transaction works on. */
export interface Scope {
  /**
   * Transactions of the same lock run one after the other, in the order of the calls within a process and across all
   * processes on Postgres. They share commits. Without a lock, Postgres runs a transaction as `SERIALIZABLE` and repeats it
   * after a conflict.
   */
  readonly lock?: string;
  /** Settings of the transaction that Postgres's policies read, such as `telecrm.workspace`. SQLite has none. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A database, of which this program has the tables. `all` runs a single read, which takes one round trip to a server. */
export interface Database extends SqlReader {
  readonly dialect: DialectName;
  /** Runs reads outside of transactions. They see committed writes only; on Postgres, all of them those of one moment. */
  read<T>(work: (reader: SqlReader) => Promise<T>, scope?: Scope): Promise<T>;
  /**
   * Runs `work` in a transaction and resolves once it is committed, which is when it is on disk. If `work` rejects, nothing
   * of it takes effect.
   *
   * @param work Must have no effects except on the transaction: it can run again after a conflict. It must not wait for
   * another transaction of the same lock.
   */
  transaction<T>(work: (transaction: SqlTransaction) => Promise<T>, scope?: Scope): Promise<T>;
  /**
   * Runs work that only one process may do at a time, unless it is being done; then it resolves to `undefined` at once. The
   * lock ends with the process. It is a lock of its own, not one of transactions.
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<{ readonly value: T } | undefined>;
  /** Waits for the transactions under way, and closes. Closing twice is harmless. */
  close(): Promise<void>;
}
