import {
  type LoggedRequest,
  type RequestLogOptions,
  type RequestLogStorage,
  retention,
} from '@telecrm/sandbox/storage';
import { type Database, rowList, type SqlReader, type SqlTransaction } from '@telecrm/sql';
import { changeWithin, enter } from '../workspaces/place.ts';

/** Requests, which are buffered and written in batches. */
export interface RequestLog extends RequestLogStorage {
  /** Counts the requests of the workspace of a transaction, including buffered ones. */
  count(reader: SqlReader, enterpriseId: string, store: number): Promise<number>;
  /** Discards the buffered requests of a workspace. */
  discard(enterpriseId: string): void;
  flush(): Promise<void>;
}

interface Pending extends RequestLogOptions {
  readonly request: LoggedRequest;
}

interface RequestRow {
  request: string;
  sent: string | null;
}

/** The number of rows per statement. */
const maxRows = 50;

export function createRequestLog(database: Database): RequestLog {
  const { dialect } = database;
  let pending = new Map<string, Pending[]>();
  let writing: Promise<unknown> = Promise.resolve();

  const write = (enterpriseId: string, requests: readonly Pending[]) =>
    changeWithin(database, enterpriseId, (transaction, { history }) =>
      append(transaction, history, requests),
    );

  const flush = (): Promise<void> => {
    const written = writing.then(async () => {
      const collected = pending;
      pending = new Map();
      const failures: unknown[] = [];
      for (const [enterpriseId, requests] of collected) {
        await write(enterpriseId, requests).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    });
    // Requests that cannot be written are lost, but those of other workspaces and later ones are not affected.
    writing = written.catch(() => {});
    return written;
  };

  return {
    add(enterpriseId, request, options) {
      const requests = pending.get(enterpriseId) ?? [];
      pending.set(enterpriseId, requests);
      requests.push({ request, ...options });
      if (requests.length > 2 * retention.requests) {
        pending.set(enterpriseId, newest(requests));
      }
    },
    async list(enterpriseId, { skip, limit }) {
      await flush();
      return database.read(async (reader) => {
        const place = await enter(reader, dialect, enterpriseId);
        const store = place?.history ?? 0;
        const rows = await reader.all<RequestRow>(
          'SELECT request, sent FROM request WHERE store = ? ORDER BY seq DESC LIMIT ? OFFSET ?',
          [store, limit, skip],
        );
        return { items: rows.map(toRequest), total: await countRequests(reader, store) };
      });
    },
    async count(reader, enterpriseId, store) {
      return (await countRequests(reader, store)) + (pending.get(enterpriseId)?.length ?? 0);
    },
    discard: (enterpriseId) => void pending.delete(enterpriseId),
    flush,
  };
}

async function countRequests(reader: SqlReader, store: number): Promise<number> {
  const text = 'SELECT count(*) AS total FROM request WHERE store = ?';
  const [row] = await reader.all<{ total: number }>(text, [store]);
  return row?.total ?? 0;
}

function toRequest({ request, sent }: RequestRow): LoggedRequest {
  // Only `JSON.stringify` of a request is stored here.
  return { ...JSON.parse(request), sent: sent === null ? null : JSON.parse(sent) };
}

/** The retained requests of a list, in order. */
function newest(requests: readonly Pending[]): Pending[] {
  const left = { authorized: retention.requests, unauthorized: retention.unauthorizedRequests };
  return requests
    .toReversed()
    .filter(({ isAuthorized }) => left[isAuthorized ? 'authorized' : 'unauthorized']-- > 0)
    .reverse();
}

async function append(
  transaction: SqlTransaction,
  store: number,
  requests: readonly Pending[],
): Promise<void> {
  const retained = newest(requests);
  const [last] = await transaction.all<{ seq: number | null }>(
    'SELECT MAX(seq) AS seq FROM request WHERE store = ?',
    [store],
  );
  const first = (last?.seq ?? 0) + 1;
  for (let start = 0; start < retained.length; start += maxRows) {
    const part = retained.slice(start, start + maxRows);
    await transaction.run(
      `INSERT INTO request (store, seq, is_authorized, request, sent, bytes)
       VALUES ${rowList(part.length, 6)}`,
      part.flatMap(({ request, isAuthorized, bytes }, index) => [
        ...[store, first + start + index, isAuthorized ? 1 : 0, withoutSent(request)],
        ...[request.sent && JSON.stringify(request.sent), Math.round(bytes)],
      ]),
    );
  }
  await deleteOldest(transaction, store, 1, retention.requests);
  await deleteOldest(transaction, store, 0, retention.unauthorizedRequests);
  await deleteBodies(transaction, store);
}

/** The body is stored separately, because it is deleted first; its position among the keys is preserved. */
function withoutSent(request: LoggedRequest): string {
  return JSON.stringify({ ...request, sent: null });
}

async function deleteOldest(
  transaction: SqlTransaction,
  store: number,
  isAuthorized: number,
  retained: number,
): Promise<void> {
  await transaction.run(
    `DELETE FROM request WHERE store = ? AND is_authorized = ? AND seq <=
     (SELECT seq FROM request WHERE store = ? AND is_authorized = ?
      ORDER BY seq DESC LIMIT 1 OFFSET ?)`,
    [store, isAuthorized, store, isAuthorized, retained],
  );
}

/** Deletes the oldest bodies if their total size exceeds the limit. */
async function deleteBodies(transaction: SqlTransaction, store: number): Promise<void> {
  const bodies = await transaction.all<{ seq: number; bytes: number }>(
    'SELECT seq, bytes FROM request WHERE store = ? AND bytes > 0 ORDER BY seq DESC',
    [store],
  );
  let total = 0;
  const last = bodies.find(({ bytes }) => {
    total += bytes;
    return total > retention.requestBytes;
  });
  if (last === undefined) return;
  await transaction.run(
    'UPDATE request SET sent = NULL, bytes = 0 WHERE store = ? AND bytes > 0 AND seq <= ?',
    [store, last.seq],
  );
}
