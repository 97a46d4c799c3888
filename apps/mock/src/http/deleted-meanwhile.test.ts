import { callerOf, type ReadResponse, send } from '@telecrm/caller';
import type { SandboxStorage } from '@telecrm/sandbox/storage';
import { type Database, openPostgres, openSqlite } from '@telecrm/sql';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock } from '../start-mock.ts';
import { createSqlStorage } from '../storage/sandbox/create-sql-storage.ts';
import { historyTables } from '../storage/tables/sandbox-tables.ts';
import { schema } from '../storage/tables/schema.ts';
import { storeTables } from '../storage/tables/workspace-tables.ts';
import { removeDeletedStores } from '../storage/workspaces/deleted-stores.ts';

/** Rolls a transaction back. */
const rollback = new Error('The policies of the tables are restored');

const adminToken = 'the-admin-token';

/** Databases with the number of processes that share each. */
const kinds: [name: string, open: () => Promise<Database>[]][] = [
  ['SQLite', () => [openSqlite({ file: ':memory:', schema })]],
  [
    'Postgres, with two processes',
    () => {
      const url = postgresUrl();
      return [1, 2].map(async () => openPostgres({ url: await url, schema }));
    },
  ],
];

describe.each(kinds)('a workspace that disappears during its requests, in %s', (_, open) => {
  let databases: Database[];
  let storages: SandboxStorage[];
  let mocks: Awaited<ReturnType<typeof startMock>>[];
  let requests = 0;
  beforeAll(async () => {
    databases = await Promise.all(open());
    storages = databases.map(createSqlStorage);
    mocks = await Promise.all(
      storages.map((storage) => startMock({ storage, adminToken, open: true, asyncDelayMs: 0 })),
    );
  });
  afterAll(() => Promise.all(mocks.map((mock) => mock.close())));

  /** Requests alternate between the processes. */
  const next = <T>(all: readonly T[]): T => {
    const one = all[requests++ % all.length];
    if (one === undefined) throw new Error('They have been started');
    return one;
  };
  const as = (key?: string) => (method: string, path: string, body?: unknown) =>
    send(`${next(mocks).url}/_sandbox${path}`, method, body, {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    });
  const admin = as(adminToken);

  /** Uses a workspace in every way until its token is rejected, and returns all responses. */
  const useUntilGone = async (
    { enterpriseId, ...tokens }: { enterpriseId: string; syncToken: string; asyncToken: string },
    key: string,
  ) => {
    const answers: [call: string, answer: ReadResponse][] = [];
    const below = `/workspaces/${enterpriseId}`;
    const api = () => callerOf(next(mocks), { enterpriseId, ...tokens });
    const lead = () => ({
      fields: { phone: String(919_000_000_000 + requests) },
      actions: [{ type: '1001' }],
    });
    const calls: [string, () => Promise<ReadResponse>][] = [
      ['createLead', () => api().sync('POST', '/lead', lead())],
      ['searchLeads', () => api().sync('POST', '/lead/search', {})],
      ['createOrUpdateLead', () => api().queue(lead())],
      ['createOrUpdateLead', () => api().queue(lead())],
      ['listIngestions', () => as(key)('GET', `${below}/ingestions`)],
      ['listRequests', () => as(key)('GET', `${below}/requests`)],
      ['saveSnapshot', () => as(key)('PUT', `${below}/snapshots/one`)],
      ['restoreSnapshot', () => as(key)('POST', `${below}/snapshots/one/restore`)],
      ['resetWorkspace', () => as(key)('POST', `${below}/reset`)],
      ['cloneWorkspace', () => as(key)('POST', `${below}/clone`)],
      ['drainWorkspace', () => as(key)('POST', `${below}/drain`)],
      ['replaceFaults', () => as(key)('PUT', `${below}/faults`, [{ delayMs: 1 }])],
      ['setVariants', () => as(key)('PUT', `${below}/variants`, {})],
      ['getWorkspace', () => as(key)('GET', below)],
    ];
    const loops = calls.map(async ([name, call]) => {
      for (;;) {
        const answer = await call();
        answers.push([name, answer]);
        if ((await api().sync('GET', '/metadata')).status === 401) return;
      }
    });
    return { answers, ended: Promise.all(loops) };
  };

  const expectNoFailure = (answers: readonly [string, ReadResponse][]) => {
    const seen = new Set(answers.map(([name, { status }]) => `${name} ${status}`));
    const expected = /^\w+ (200|201|204|401|403|404)$/;
    expect([...seen].filter((one) => !expected.test(one))).toEqual([]);
    // It was used before.
    expect(seen).toContain('createLead 201');
    expect(seen).toContain('createOrUpdateLead 200');
  };

  /** The number of rows in stores that belong to nothing, by table. */
  const orphans = async () => {
    const [database] = databases;
    if (database === undefined) throw new Error('It is open');
    const found: Record<string, number> = {};
    await database
      .transaction(async (transaction) => {
        for (const table of [
          ...storeTables(database.dialect),
          ...historyTables(database.dialect),
        ]) {
          if (database.dialect === 'postgres') {
            await transaction.run(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
          }
          const [row] = await transaction.all<{ rows: number }>(
            `SELECT count(*) AS rows FROM ${table} WHERE store NOT IN (
               SELECT content FROM workspace UNION SELECT history FROM workspace
               UNION SELECT store FROM snapshot UNION SELECT number FROM deleted_store)`,
          );
          if (row && row.rows > 0) found[table] = row.rows;
        }
        throw rollback;
      })
      .catch((error: unknown) => {
        if (error !== rollback) throw error;
      });
    return found;
  };

  /** The number of stores that are still to be deleted. */
  const deletions = async () => {
    const [database] = databases;
    if (database === undefined) throw new Error('It is open');
    await removeDeletedStores(database, new AbortController().signal);
    return (await database.all('SELECT 1 FROM deleted_store')).length;
  };

  const ways: [
    string,
    (workspace: { enterpriseId: string }, partnerId: string) => Promise<unknown>,
  ][] = [
    ['it is deleted', ({ enterpriseId }) => admin('DELETE', `/workspaces/${enterpriseId}`)],
    ['its partner is deleted', (_, partnerId) => admin('DELETE', `/partners/${partnerId}`)],
    [
      'it expires',
      async ({ enterpriseId }) => {
        // Each use prolongs it.
        for (let expired: readonly string[] = []; !expired.includes(enterpriseId); ) {
          await next(storages).workspaces.update(enterpriseId, () => ({ expiresOn: 1 }));
          expired = await next(storages).workspaces.expire({ now: 2, deleteBefore: 0 });
        }
      },
    ],
  ];

  it.each(ways)('no request fails if %s, and nothing of it is left', async (_, end) => {
    const { body: partner } = await admin('POST', '/partners', { name: 'Acme' });
    const { body: workspace } = await as(partner.key)('POST', '/workspaces', {});
    const { answers, ended } = await useUntilGone(workspace, partner.key);
    await expect.poll(() => answers.length).toBeGreaterThan(100);
    await end(workspace, partner.partnerId);
    await ended;
    expectNoFailure(answers);
    await admin('DELETE', `/partners/${partner.partnerId}`);
    expect((await admin('GET', `/workspaces/${workspace.enterpriseId}`)).status).toBe(404);
    expect((await admin('GET', '/workspaces?limit=1000')).body.total_count).toBe(0);
    await expect.poll(deletions).toBe(0);
    expect(await orphans()).toEqual({});
  });
});
