/** Why a database cannot be used. */
export type DatabaseProblem =
  /** It is not a database, or one of another program. */
  | 'not-ours'
  /** A newer version of this program has written it. */
  | 'newer-version'
  /** Another process uses the file. */
  | 'in-use'
  /** The file or its folder cannot be read or written. */
  | 'not-writable'
  | 'disk-full'
  /** The file is damaged, or the disk fails. */
  | 'damaged'
  /** The server does not respond or refuses the connection. */
  | 'unreachable'
  /** The server refuses what the role asks for. */
  | 'not-permitted';

/** A database that cannot be used. Its message is one line for the person who has named the database, without secrets. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
