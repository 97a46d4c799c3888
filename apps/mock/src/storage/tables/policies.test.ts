import { type Database, openPostgres } from '@telecrm/sql';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqlStorage } from '../sandbox/create-sql-storage.ts';
import { newWorkspace } from '../testing/workspaces.ts';
import { historyTables } from './sandbox-tables.ts';
import { schema } from './schema.ts';
import { storeTables } from './workspace-tables.ts';

let database: Database;
const stores: { content: number; history: number }[] = [];

beforeAll(async () => {
  database = await openPostgres({ url: await postgresUrl(), schema });
  const storage = createSqlStorage(database);
  for (const enterpriseId of ['ent_a', 'ent_b']) {
    await storage.workspaces.insert(newWorkspace(enterpriseId), {
      fill: (store) =>
        store.transaction(async (transaction) => {
          const fields = { name: 'Jane' };
          const times = { createdOn: 1, modifiedOn: 1 };
          await transaction.insertLead({ id: 'x', identifier: 'i', fields, ...times });
          const action = { id: 'y', leadId: 'x', type: '1', performedBy: '', ...times };
          await transaction.appendActions([action]);
          await transaction.addOption('lead.source', 'New');
        }),
    });
    const ingestion = { id: 'q', receivedAt: 1, dueAt: 1, body: {}, weight: 1 };
    await storage.ingestions.add(enterpriseId, ingestion);
    const remarks = Array.from({ length: 2000 }, (_, index) => ({
      ...{ field: `actions[${index}]`, status: 'IGNORED' as const, remark: '' },
    }));
    await storage.ingestions.process(enterpriseId, { dueBefore: 2, limit: 1 }, async () => ({
      ...{ outcome: { outcome: 'DROPPED', lead_id: null, actions: [], remarks } },
      ...{ body: {}, weight: 1 },
    }));
    await storage.faults.update(enterpriseId, () => [{ status: 500 }]);
    await storage.rateLimits.take(enterpriseId, { name: 'sync', requests: 9, seconds: 60 });
  }
  stores.push(
    ...(await database.read((reader) =>
      reader.all<{ content: number; history: number }>(
        'SELECT content, history FROM workspace ORDER BY number',
      ),
    )),
  );
});
afterAll(() => database.close());

const filled = [...storeTables('postgres'), ...historyTables('postgres')].filter(
  (table) => table !== 'member' && table !== 'request',
);

/** The settings of a transaction on the first or the second workspace. */
function settingsOf(index: number): Record<string, string> {
  const { content, history } = stores[index] ?? { content: 0, history: 0 };
  return { 'telecrm.store': String(content), 'telecrm.history': String(history) };
}

function storesIn(table: string, settings: Record<string, string>): Promise<{ store: number }[]> {
  const text = `SELECT DISTINCT store FROM ${table}`;
  return database.read((reader) => reader.all(text), { settings });
}

describe.each(filled)('row-level security of %s', (table) => {
  it('shows only the rows of the workspace of a transaction', async () => {
    const isContent = storeTables('postgres').includes(table);
    for (const [index, { content, history }] of stores.entries()) {
      expect(await storesIn(table, settingsOf(index))).toEqual([
        { store: isContent ? content : history },
      ]);
    }
  });

  it('shows nothing without a workspace, or with an unknown one', async () => {
    expect(await storesIn(table, {})).toEqual([]);
    expect(await storesIn(table, { 'telecrm.store': '', 'telecrm.history': '' })).toEqual([]);
    expect(await storesIn(table, { 'telecrm.store': '99', 'telecrm.history': '99' })).toEqual([]);
  });

  it('changes and deletes nothing of another workspace', async () => {
    const { content, history } = stores[1] ?? {};
    const run = (text: string) =>
      database.transaction((transaction) => transaction.run(text), { settings: settingsOf(0) });
    const others = `store IN (${content}, ${history})`;
    expect(await run(`DELETE FROM ${table} WHERE ${others}`)).toBe(0);
    expect(await run(`UPDATE ${table} SET store = store WHERE ${others}`)).toBe(0);
    await expect(run(`UPDATE ${table} SET store = ${content}`)).rejects.toMatchObject({
      problem: 'not-permitted',
    });
    expect(await storesIn(table, settingsOf(1))).toHaveLength(1);
  });
});

it('every table with rows of a store has policies that also apply to the owner', async () => {
  const tables = await database.read((reader) =>
    reader.all<{ name: string; forced: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'store'
       WHERE c.relkind = 'r' AND c.relnamespace = 'telecrm_sandbox'::regnamespace
       AND c.relname <> 'snapshot'`,
    ),
  );
  expect(tables.map(({ name }) => name).sort()).toEqual(
    [...storeTables('postgres'), ...historyTables('postgres')].sort(),
  );
  expect(tables.every(({ forced }) => forced)).toBe(true);
});
