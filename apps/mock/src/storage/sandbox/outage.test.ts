/** Buffered records during an outage of the database. */
import type { LoggedRequest } from '@telecrm/sandbox/storage';
import type { Database } from '@telecrm/sql';
import { beforeEach, expect, it } from 'vitest';
import { openTestDatabases } from '../testing/databases.ts';
import { insertEmptyWorkspace } from '../testing/workspaces.ts';
import { createUseBuffer } from '../workspaces/use-buffer.ts';
import { createRequestLog } from './request-log.ts';

const databases = openTestDatabases();
let count = 0;
let ids: [string, string];
let database: Database;
/** The number of transactions that fail. */
let failures: number;

beforeEach(async () => {
  const real = await databases.sqlite();
  ids = [`ent_${count++}`, `ent_${count++}`];
  for (const id of ids) await insertEmptyWorkspace(real, id);
  failures = 0;
  database = {
    ...real,
    transaction: (work, scope) =>
      failures-- > 0
        ? Promise.reject(new Error('The database is unreachable'))
        : real.transaction(work, scope),
  };
});

it('writes the uses of workspaces after the outage', async () => {
  const uses = createUseBuffer(database);
  uses.add(ids[0], { at: 10, bytes: 1, expiresOn: 100 });
  uses.add(ids[1], { at: 11, bytes: 2 });
  failures = 1;
  await expect(uses.flush()).rejects.toThrow('unreachable');
  uses.add(ids[0], { at: 20, bytes: 4 });
  await uses.flush();
  const rows = await database.all(
    'SELECT last_used_on, bytes, expires_on FROM workspace WHERE enterprise_id IN (?, ?) ORDER BY number',
    ids,
  );
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { last_used_on: 20, bytes: 5, expires_on: 100 },
    { last_used_on: 11, bytes: 2, expires_on: null },
  ]);
  await uses.flush();
  expect(await database.all('SELECT bytes FROM workspace WHERE bytes > 5')).toEqual([]);
});

it('loses only the requests that could not be written', async () => {
  const log = createRequestLog(database);
  const request: LoggedRequest = {
    ...{ time: 1, method: 'GET', operation: 'getEnterpriseMetadata', status: 200, error: null },
    ...{ durationMs: 1, fault: false, violations: [], sent: null, dropped: [], ingestionId: null },
  };
  for (const id of ids) log.add(id, request, { isAuthorized: true, bytes: 0 });
  failures = 1;
  await expect(log.flush()).rejects.toThrow('unreachable');
  const totals = [];
  for (const id of ids) totals.push((await log.list(id, { skip: 0, limit: 10 })).total);
  expect(totals).toEqual([0, 1]);
});
