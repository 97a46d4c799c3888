import { describe, expect, it } from 'vitest';
import type { Database, DialectName, SqlTransaction } from './database.ts';
import type { Schema } from './migrations.ts';
import { inList, rowList } from './sql-text.ts';
import { databasesForThisFile } from './testing/databases.ts';

const schema: Schema = {
  name: 'test',
  program: 'test program',
  migrations: ['CREATE TABLE item (id BIGINT PRIMARY KEY, name TEXT, size DOUBLE PRECISION)'],
};
const databases = databasesForThisFile();
const failure = new Error('the work fails');

function insert(database: Database, id: number, lock = 'items'): Promise<number> {
  return database.transaction(
    (transaction) => transaction.run('INSERT INTO item (id) VALUES (?)', [id]),
    { lock },
  );
}

async function idsOf(database: Database): Promise<number[]> {
  const rows = await database.read((reader) =>
    reader.all<{ id: number }>('SELECT id FROM item ORDER BY id'),
  );
  return rows.map(({ id }) => id);
}

describe.each<DialectName>(['sqlite', 'postgres'])('on %s', (dialect) => {
  const open = () => databases.open(dialect, schema);

  it('values are returned as stored', async () => {
    const database = await open();
    const rows = [
      { id: 2 ** 53 - 1, name: 'Ünïcode ✓ \u{1f600}', size: 0.1 },
      { id: -1, name: null, size: null },
      { id: 0, name: '', size: 1e300 },
    ];
    const values = rows.flatMap(({ id, name, size }) => [id, name, size]);
    const count = await database.transaction((transaction) =>
      transaction.run(`INSERT INTO item (id, name, size) VALUES ${rowList(3, 3)}`, values),
    );
    expect(count).toBe(3);
    const list = inList([0, -1, 2 ** 53 - 1]);
    const found = await database.read((reader) =>
      reader.all<object>(
        `SELECT * FROM item WHERE id IN ${list.text} ORDER BY id DESC`,
        list.values,
      ),
    );
    expect(found.map((row) => ({ ...row }))).toEqual([rows[0], rows[2], rows[1]]);
  });

  it('a transaction resolves to the result of its work, and sees its own writes', async () => {
    const database = await open();
    const seen = await database.transaction(async (transaction) => {
      await transaction.run('INSERT INTO item (id) VALUES (1)');
      return transaction.all('SELECT id FROM item');
    });
    expect(seen).toHaveLength(1);
  });

  it('rejected work is rolled back without affecting the other work of its commit', async () => {
    const database = await open();
    const failing = database.transaction(
      async (transaction) => {
        await transaction.run('INSERT INTO item (id) VALUES (2)');
        throw failure;
      },
      { lock: 'items' },
    );
    const results = await Promise.allSettled([
      insert(database, 1),
      failing,
      insert(database, 1),
      insert(database, 3),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(results[1]).toMatchObject({ reason: failure });
    expect(await idsOf(database)).toEqual([1, 3]);
  });

  it('work runs again if other work of its commit fails after it, and takes effect once', async () => {
    const database = await open();
    let runs = 0;
    const first = database.transaction(
      (transaction) => transaction.run('INSERT INTO item (id, size) VALUES (1, ?)', [++runs]),
      { lock: 'items' },
    );
    const later = [2, 2, 3].map((id) => insert(database, id));
    const failed = (await Promise.allSettled(later)).map(({ status }) => status === 'rejected');
    await first;
    expect(failed).toEqual([false, true, false]);
    const rows = await database.read((reader) =>
      reader.all<{ size: number | null }>('SELECT size FROM item ORDER BY id'),
    );
    expect(rows.map(({ size }) => size)).toEqual([runs, null, null]);
  });

  it('transactions with the same lock are serialized', async () => {
    const database = await open();
    await insert(database, 0);
    const increment = () =>
      database.transaction(
        async (transaction) => {
          const [row] = await transaction.all<{ size: number | null }>('SELECT size FROM item');
          await transaction.run('UPDATE item SET size = ?', [(row?.size ?? 0) + 1]);
        },
        { lock: 'items' },
      );
    await Promise.all(Array.from({ length: 60 }, increment));
    const rows = await database.read((reader) =>
      reader.all<{ size: number }>('SELECT * FROM item'),
    );
    expect(rows[0]?.size).toBe(60);
  });

  it('transactions without a lock are serializable, and repeated after a conflict', async () => {
    const database = await open();
    const addNext = () =>
      database.transaction(async (transaction) => {
        const rows = await transaction.all('SELECT id FROM item');
        await transaction.run('INSERT INTO item (id) VALUES (?)', [rows.length]);
      });
    await Promise.all(Array.from({ length: 4 }, addNext));
    expect(await idsOf(database)).toEqual([0, 1, 2, 3]);
  });

  it('a read does not see uncommitted writes', async () => {
    const database = await open();
    let inserted = () => {};
    const isInserted = new Promise<void>((resolve) => {
      inserted = resolve;
    });
    const transaction = database.transaction(async (writes) => {
      await writes.run('INSERT INTO item (id) VALUES (1)');
      inserted();
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw failure;
    });
    const rolledBack = expect(transaction).rejects.toBe(failure);
    await isInserted;
    expect(await idsOf(database)).toEqual([]);
    await rolledBack;
  });

  it('a nested transaction that rejects has no effect, and the outer one continues', async () => {
    const database = await open();
    const insertInto = (transaction: SqlTransaction, id: number) =>
      transaction.run('INSERT INTO item (id) VALUES (?)', [id]);
    await database.transaction(async (transaction) => {
      await transaction.lock('another');
      await insertInto(transaction, 1);
      const failing = transaction.savepoint(async () => {
        await insertInto(transaction, 2);
        await transaction.savepoint(() => insertInto(transaction, 3));
        throw failure;
      });
      await expect(failing).rejects.toBe(failure);
      expect(await transaction.savepoint(() => insertInto(transaction, 4))).toBe(1);
      await expect(transaction.savepoint(() => insertInto(transaction, 4))).rejects.toThrow();
    });
    expect(await idsOf(database)).toEqual([1, 4]);
  });

  it('exclusive work is done by one caller at a time', async () => {
    const database = await open();
    let during: unknown;
    const done = await database.exclusively('work', async () => {
      during = await database.exclusively('work', async () => 1);
      return database.exclusively('other', async () => 2);
    });
    expect([during, done]).toEqual([undefined, { value: { value: 2 } }]);
    await expect(database.exclusively('work', () => Promise.reject(failure))).rejects.toBe(failure);
    expect(await database.exclusively('work', async () => 3)).toEqual({ value: 3 });
  });

  it('hundreds of transactions with several locks succeed concurrently', async () => {
    const database = await open();
    await Promise.all(
      Array.from({ length: 300 }, (_, index) => insert(database, index, `lock ${index % 7}`)),
    );
    expect(await idsOf(database)).toHaveLength(300);
  });

  it('closing waits for running transactions, and can be repeated', async () => {
    const database = await open();
    const inserted = insert(database, 1);
    await Promise.all([database.close(), database.close()]);
    expect(await inserted).toBe(1);
  });

  it('an invalid statement rejects, and the next transaction succeeds', async () => {
    const database = await open();
    const wrong = database.transaction((transaction) => transaction.run('INSERT INTO nothing'));
    await expect(wrong).rejects.toThrow();
    await expect(database.read((reader) => reader.all('SELECT nothing'))).rejects.toThrow();
    await insert(database, 1);
    expect(await idsOf(database)).toEqual([1]);
  });
});
