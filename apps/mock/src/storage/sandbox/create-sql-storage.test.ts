import { storageConformance } from '@telecrm/sandbox/testing';
import { openPostgres, openSqlite } from '@telecrm/sql';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { beforeAll, describe, it } from 'vitest';
import { schema } from '../tables/schema.ts';
import { emptyTables } from '../testing/databases.ts';
import { createSqlStorage } from './create-sql-storage.ts';

describe('the storage in SQLite', () => {
  const open = async () => ({
    storage: createSqlStorage(await openSqlite({ file: ':memory:', schema })),
  });
  for (const { name, run } of storageConformance(open)) it(name, run);
});

describe('the storage in Postgres, shared by two processes', () => {
  let url: string;
  beforeAll(async () => {
    url = await postgresUrl();
  });
  const open = async () => {
    const [database, other] = await Promise.all([1, 2].map(() => openPostgres({ url, schema })));
    if (!database || !other) throw new Error('They are open');
    await emptyTables(database);
    return { storage: createSqlStorage(database), other: createSqlStorage(other) };
  };
  for (const { name, run } of storageConformance(open)) it(name, run);
});
