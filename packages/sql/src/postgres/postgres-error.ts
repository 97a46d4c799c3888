import { DatabaseError } from '../database-error.ts';

/**
 * Whether a transaction was rolled back because of something else that happened at the same time, and can be repeated:
 * serialization failure, deadlock, or a changed table.
 */
export function isConflict(error: unknown): boolean {
  return ['40001', '40P01'].includes(postgresCode(error)) || isStalePlan(error);
}

/**
 * Whether a prepared statement no longer fits its table, which another process has changed. Its code is that of anything
 * that Postgres does not support, and its message is translated.
 */
export function isStalePlan(error: unknown): boolean {
  return postgresCode(error) === '0A000' && Object(error).routine === 'RevalidateCachedQuery';
}

/** The codes of a server that is unreachable, stopping, has no free connections or has ended an idle session. */
const unreachable =
  /^(08|57P0|53300|25P03|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOST|ENETUNREACH|ENOENT)/;
/** Wrong role, password or database, or a missing permission. */
const notPermitted = /^(28|3D000|42501)/;
/** A table is missing: with a pooler in transaction mode, a statement may run on a connection without the search path. */
const missingTable = '42P01';
/** Disk full, out of memory and other limits of the server. */
const full = /^53100/;

/**
 * Converts an error of Postgres to a message for the person who has named the database; other errors are returned
 * unchanged.
 */
export function postgresError(error: unknown, place: string): unknown {
  if (error instanceof DatabaseError || isConflict(error)) return error;
  const code = postgresCode(error);
  const options = { cause: error };
  if (unreachable.test(code) || isBrokenConnection(error)) {
    const fix =
      code === '53300'
        ? 'allow more connections on the server or for the role'
        : 'check its address and that the server runs';
    const text = `${place} cannot be reached${code && ` (${code})`}: ${fix}`;
    return new DatabaseError('unreachable', text, options);
  }
  if (notPermitted.test(code)) {
    const text = `${place} rejects the role (${code}): check the user, the password, the database and the rights of the role`;
    return new DatabaseError('not-permitted', text, options);
  }
  if (code === missingTable) {
    const text = `${place} does not find the tables: connect to the server directly, or through a pooler in session mode`;
    return new DatabaseError('not-permitted', text, options);
  }
  if (full.test(code)) {
    const text = `${place} cannot grow, as the disk of the server is full: free some space`;
    return new DatabaseError('disk-full', text, options);
  }
  return error;
}

function postgresCode(error: unknown): string {
  // A host name with several addresses results in one error for each.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && 'code' in first ? String(first.code) : '';
}

/** Errors of the driver, which have no code. */
function isBrokenConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    /connection terminated|timeout expired|timeout exceeded|read timeout|not queryable/i.test(
      error.message,
    )
  );
}
