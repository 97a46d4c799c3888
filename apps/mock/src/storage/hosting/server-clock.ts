import type { DialectName, SqlReader } from '@telecrm/sql';

/** The time of a shared database in Unix milliseconds, or of this process if no other process uses the database. */
export async function serverTime(reader: SqlReader, dialect: DialectName): Promise<number> {
  if (dialect !== 'postgres') return Date.now();
  const [server] = await reader.all<{ now: number }>(
    'SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT) AS now',
  );
  return server?.now ?? Date.now();
}

/** Limits a time to that of a shared database, so that a process whose clock is ahead deletes nothing too early. */
export async function limitToServer(
  reader: SqlReader,
  dialect: DialectName,
  time: number,
): Promise<number> {
  return dialect === 'postgres' ? Math.min(time, await serverTime(reader, dialect)) : time;
}
