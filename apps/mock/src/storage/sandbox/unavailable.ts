import { StorageUnavailableError } from '@telecrm/sandbox/storage';
import { type Database, DatabaseError, type DatabaseProblem, type SqlValue } from '@telecrm/sql';

/** Temporary failures: the reason for the response, and when to repeat a request, in seconds. */
const passing: Readonly<Partial<Record<DatabaseProblem, readonly [string, number]>>> = {
  'disk-full': ['its disk is full', 30],
  unreachable: ['its database cannot be reached', 2],
  'in-use': ['its database is in use', 2],
};

/** Wraps a database to report failures after which a request may be repeated. */
export function sayUnavailable(database: Database): Database {
  return {
    ...database,
    all: <R extends object>(text: string, values?: readonly SqlValue[]) =>
      database.all<R>(text, values).catch(fail),
    read: (work, scope) => database.read(work, scope).catch(fail),
    transaction: (work, scope) => database.transaction(work, scope).catch(fail),
    exclusively: (name, work) => database.exclusively(name, work).catch(fail),
  };
}

function fail(error: unknown): never {
  const known = error instanceof DatabaseError ? passing[error.problem] : undefined;
  if (known === undefined) throw error;
  const [reason, retryAfterSeconds] = known;
  throw new StorageUnavailableError(reason, retryAfterSeconds, { cause: error });
}
