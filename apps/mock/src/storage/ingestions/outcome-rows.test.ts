import type { Database } from '@telecrm/sql';
import type { Ingestion } from '@telecrm/workspace';
import { describe, expect, it } from 'vitest';
import { createSqlStorage } from '../sandbox/create-sql-storage.ts';
import { openTestDatabases } from '../testing/databases.ts';
import { newWorkspace } from '../testing/workspaces.ts';

const databases = openTestDatabases();

/** An outcome with more entries than one row has. */
function largeOutcome(entries: number): Ingestion {
  const indexes = Array.from({ length: entries }, (_, index) => index);
  return {
    ...{ outcome: 'CREATED', lead_id: 'lead' },
    actions: indexes.map((index) => ({ action_id: `action ${index}`, status: 'CREATED' as const })),
    remarks: indexes.map((index) => ({
      ...{ field: `actions[${index}]`, status: 'IGNORED' as const, remark: 'ünknown\u0000' },
    })),
  };
}

async function process(database: Database, enterpriseId: string, outcome: Ingestion) {
  const storage = createSqlStorage(database);
  await storage.workspaces.insert(newWorkspace(enterpriseId), { fill: async () => {} });
  const ingestion = { id: 'one', receivedAt: 1, dueAt: 1, body: {}, weight: 1 };
  await storage.ingestions.add(enterpriseId, ingestion);
  const options = { dueBefore: 2, limit: 1 };
  await storage.ingestions.process(enterpriseId, options, async () => ({
    ...{ outcome, body: {}, weight: 1 },
  }));
  return storage;
}

describe.each(['sqlite', 'postgres'] as const)('an outcome in %s', (dialect) => {
  it.each([0, 1, 500, 501, 2500])(
    'with %i actions and remarks is returned as it was',
    async (n) => {
      const outcome = largeOutcome(n);
      const enterpriseId = `ent_${n}`;
      const storage = await process(await databases[dialect](), enterpriseId, outcome);
      const { items } = await storage.ingestions.list(enterpriseId, { skip: 0, limit: 10 });
      expect(items.map((item) => item.outcome)).toEqual([outcome]);
    },
  );

  it('leaves nothing once the history of its workspace has been deleted', async () => {
    const database = await databases[dialect]();
    const storage = await process(database, 'ent_reset', largeOutcome(3000));
    const [place] = await database.all<{ history: number }>(
      `SELECT history FROM workspace WHERE enterprise_key = 'ent_reset'`,
    );
    const history = place?.history ?? 0;
    const parts = () =>
      database.read(
        (reader) => reader.all('SELECT 1 FROM outcome_part WHERE store = ?', [history]),
        {
          settings: { 'telecrm.history': String(history) },
        },
      );
    expect(await parts()).toHaveLength(6);
    await storage.workspaces.reset('ent_reset', async () => {});
    await expect.poll(parts, { timeout: 15_000 }).toEqual([]);
  });
});
