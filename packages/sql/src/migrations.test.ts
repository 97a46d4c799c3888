import { describe, expect, it } from 'vitest';
import type { DialectName } from './database.ts';
import type { Schema } from './migrations.ts';
import { databasesForThisFile } from './testing/databases.ts';

const first = 'CREATE TABLE item (id BIGINT PRIMARY KEY)';
const second = {
  sqlite: 'ALTER TABLE item ADD COLUMN size REAL; UPDATE item SET size = 1',
  postgres: 'ALTER TABLE item ADD COLUMN size DOUBLE PRECISION; UPDATE item SET size = 1',
};
const schemaOf = (...migrations: Schema['migrations']): Schema => ({
  name: 'test',
  program: 'test program',
  migrations,
});
const databases = databasesForThisFile();

describe.each<DialectName>(['sqlite', 'postgres'])('migrations on %s', (dialect) => {
  /** A new database that can be opened several times. */
  async function newDatabase() {
    const url = dialect === 'sqlite' ? databases.newFile() : await databases.postgresUrl();
    return (schema: Schema) =>
      dialect === 'sqlite'
        ? databases.openSqlite({ file: url, schema })
        : databases.openPostgres({ url, schema });
  }

  it('migrate the tables from any version to the newest', async () => {
    const open = await newDatabase();
    const old = await open(schemaOf(first));
    await old.transaction((transaction) => transaction.run('INSERT INTO item (id) VALUES (1)'));
    await old.close();
    const now = await open(schemaOf(first, second));
    const rows = await now.read((reader) => reader.all<object>('SELECT * FROM item'));
    expect(rows.map((row) => ({ ...row }))).toEqual([{ id: 1, size: 1 }]);
    await now.close();
  });

  it('reject tables of a newer version', async () => {
    const open = await newDatabase();
    await (await open(schemaOf(first, second))).close();
    await expect(open(schemaOf(first))).rejects.toThrow(
      'was written by a newer version of the test program (its tables have version 2, this one knows 1)',
    );
  });

  it('change nothing if one of them fails', async () => {
    const open = await newDatabase();
    await (await open(schemaOf(first, second))).close();
    await expect(open(schemaOf(first, second, 'CREATE nothing'))).rejects.toThrow();
    await (await open(schemaOf(first, second))).close();
  });

  it('reject tables of another program', async () => {
    const open = await newDatabase();
    await (await open(schemaOf(first, second))).close();
    const other = { ...schemaOf(first, second), name: dialect === 'sqlite' ? 'other' : 'test' };
    const attempt = open(other);
    if (dialect === 'sqlite') await expect(attempt).rejects.toMatchObject({ problem: 'not-ours' });
    else await (await attempt).close();
  });
});

it('create the tables once if processes start concurrently on Postgres', async () => {
  const url = await databases.postgresUrl();
  const schema = schemaOf(first, second);
  await Promise.all([1, 2, 3].map(() => databases.openPostgres({ url, schema })));
});

it('give each program separate tables in the same Postgres database', async () => {
  const url = await databases.postgresUrl();
  for (const name of ['one', 'two']) {
    const database = await databases.openPostgres({ url, schema: { ...schemaOf(first), name } });
    await database.transaction((transaction) => transaction.run('INSERT INTO item VALUES (1)'));
  }
});
