/** The reason why a database cannot be used. */
export type DatabaseProblem =
  /** It is not a database, or belongs to another program. */
  | 'not-ours'
  /** It was written by a newer version of this program. */
  | 'newer-version'
  /** Another process uses the file. */
  | 'in-use'
  /** The file or its folder cannot be read or written. */
  | 'not-writable'
  | 'disk-full'
  /** The file is damaged, or the disk fails. */
  | 'damaged'
  /** The server does not respond or rejects the connection. */
  | 'unreachable'
  /** The server denies a permission to the role. */
  | 'not-permitted';

/**
 * A database that cannot be used. The message is one line for the person who has named the database, without secrets.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
