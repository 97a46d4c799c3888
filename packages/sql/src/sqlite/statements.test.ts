import { beforeEach, expect, it } from 'vitest';
import type { Database, SqlReader } from '../database.ts';
import type { Schema } from '../migrations.ts';
import { databasesForThisFile } from '../testing/databases.ts';
import { openRecordedHandle, type RecordedHandle } from '../testing/recorded-handle.ts';

const nameOf = 'SELECT name FROM item WHERE id = ?';
const schema: Schema = {
  name: 'test',
  program: 'test program',
  migrations: ['CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE other (id)'],
  cached: { tables: ['item'], statements: [nameOf] },
};
const { newFile, openSqlite } = databasesForThisFile();

let database: Database;
let handle: RecordedHandle;

beforeEach(async () => {
  handle = openRecordedHandle(newFile());
  database = await openSqlite({ file: handle, schema });
  await write(`INSERT INTO item (id, name) VALUES (1, 'a'), (2, 'b')`);
});

const write = (text: string) => database.transaction((transaction) => transaction.run(text));
const read = async (reader: SqlReader, id = 1) => {
  const [row] = await reader.all<{ name: string }>(nameOf, [id]);
  return row?.name;
};

it('reads a cached row only once for the same values', async () => {
  const names = [await read(database), await read(database), await read(database, 2)];
  expect(names).toEqual(['a', 'a', 'b']);
  await write('INSERT INTO other VALUES (1)');
  expect(await read(database)).toBe('a');
  expect(handle.ran.filter((text) => text === nameOf)).toHaveLength(2);
});

it.each([
  `UPDATE item SET name = 'c' WHERE id = 1`,
  `INSERT INTO item (id, name) VALUES (1, 'c') ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
  `UPDATE item SET name = 'c' WHERE id = 1 RETURNING id`,
])('evicts it when its table is written: %s', async (text) => {
  await read(database);
  await database.transaction(async (transaction) => {
    if (text.includes('RETURNING')) await transaction.all(text);
    else await transaction.run(text);
  });
  expect(await read(database)).toBe('c');
});

it('detects that it was deleted', async () => {
  await read(database);
  await write('DELETE FROM item WHERE id = 1');
  expect(await read(database)).toBeUndefined();
});

it('a transaction sees its own writes, and others see them after the commit', async () => {
  const seen: unknown[] = [await read(database)];
  let during: Promise<unknown> | undefined;
  await database.transaction(async (transaction) => {
    await transaction.run(`UPDATE item SET name = 'c' WHERE id = 1`);
    seen.push(await read(transaction), await read(transaction));
    during = read(database);
  });
  seen.push(await during, await read(database));
  expect(seen).toEqual(['a', 'c', 'c', 'c', 'c']);
});

it('uncommitted rows are not cached', async () => {
  const failing = database.transaction(async (transaction) => {
    await transaction.run(`UPDATE item SET name = 'c' WHERE id = 1`);
    await read(transaction);
    throw new Error('the work fails');
  });
  const next = database.transaction((transaction) => read(transaction));
  await expect(failing).rejects.toThrow('the work fails');
  expect([await next, await read(database)]).toEqual(['a', 'a']);
});
