import { type AuditEntry, retention } from '@telecrm/sandbox/storage';
import type { Database } from '@telecrm/sql';
import { describe, expect, it } from 'vitest';
import { openTestDatabases } from '../testing/databases.ts';
import { createSqlAudit } from './audit.ts';

const databases = openTestDatabases();
const limit = retention.auditEntries;
const page = { skip: 0, limit: 2 };

const entry = (partnerId: string, operation: string, time = Date.now()): AuditEntry => ({
  ...{
    time,
    actor: 'partner',
    partnerId,
    operation,
    enterpriseId: null,
    subject: null,
    status: 200,
  },
});

/** Adds as many entries of a partner as are stored. */
async function fill(database: Database, partnerId: string): Promise<void> {
  await database.transaction((transaction) =>
    transaction.run(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${limit})
       INSERT INTO audit (seq, caller, number, time, actor, partner_id, operation, status)
       SELECT i + (SELECT COALESCE(MAX(seq), 0) FROM audit), '${partnerId}', i, ${Date.now()}, 'partner',
         '${partnerId}', 'op', 200 FROM n`,
    ),
  );
}

describe.each(['sqlite', 'postgres'] as const)('the audit trail in %s', (dialect) => {
  it('keeps the newest entries of a partner, and all of the others', async () => {
    const database = await databases[dialect]();
    const audit = createSqlAudit(database);
    await audit.add(entry('p', 'first'));
    const before = (await audit.list({}, page)).total;
    await fill(database, 'q');
    for (const operation of ['a', 'b']) await audit.add(entry('q', operation));
    const { items, total } = await audit.list({ partnerId: 'q' }, page);
    expect([items.map(({ operation }) => operation), total]).toEqual([['b', 'a'], limit]);
    expect((await audit.list({ partnerId: 'p' }, page)).items).toMatchObject([
      entry('p', 'first', expect.any(Number)),
    ]);
    expect((await audit.list({}, page)).total).toBe(before + limit);
  });
});

it('does not delete entries if the clock of one of several processes is ahead', async () => {
  const audit = createSqlAudit(await databases.postgres());
  await audit.add(entry('r', 'now'));
  await audit.add(entry('r', 'ahead', Date.now() + 2 * retention.auditMs));
  expect((await audit.list({ partnerId: 'r' }, page)).total).toBe(2);
});
