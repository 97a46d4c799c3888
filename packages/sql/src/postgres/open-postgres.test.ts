import pg from 'pg';
import { afterEach, expect, inject, it } from 'vitest';
import type { Database } from '../database.ts';
import type { Schema } from '../migrations.ts';
import { superuserUrl } from '../testing/create-database.ts';
import { databasesForThisFile } from '../testing/databases.ts';
import { type PostgresRelay, startPostgresRelay } from '../testing/postgres-relay.ts';

const schema: Schema = {
  name: 'test',
  program: 'test program',
  migrations: [
    `CREATE TABLE item (owner TEXT, name TEXT);
     ALTER TABLE item ENABLE ROW LEVEL SECURITY;
     ALTER TABLE item FORCE ROW LEVEL SECURITY;
     CREATE POLICY own ON item USING (owner = current_setting('test.owner', true))`,
  ],
};
const { postgresUrl, openPostgres } = databasesForThisFile();
const ofOwner = (owner: string) => ({ lock: owner, settings: { 'test.owner': owner } });
const text = 'SELECT name FROM item';

const relays: PostgresRelay[] = [];
afterEach(() => {
  for (const relay of relays.splice(0)) relay.close();
});

/** Opens a database over a network that can lose packets. */
async function openOverRelay(options: { statementMs?: number } = {}) {
  const relay = await startPostgresRelay(await postgresUrl());
  relays.push(relay);
  const database = await openPostgres({ url: relay.url, schema, connections: 1, ...options });
  return { relay, database };
}

it('policies see the settings of their transaction only', async () => {
  const database = await openPostgres({ url: await postgresUrl(), schema, connections: 1 });
  await database.transaction(
    (transaction) => transaction.run('INSERT INTO item VALUES (?, ?)', ["o'ne", 'a']),
    ofOwner("o'ne"),
  );
  expect(await database.read((reader) => reader.all(text), ofOwner("o'ne"))).toHaveLength(1);
  expect(await database.read((reader) => reader.all(text), ofOwner('two'))).toEqual([]);
  expect(await database.read((reader) => reader.all(text))).toEqual([]);
  const foreign = database.transaction(
    (transaction) => transaction.run('INSERT INTO item VALUES (?, ?)', ["o'ne", 'b']),
    ofOwner('two'),
  );
  await expect(foreign).rejects.toMatchObject({ problem: 'not-permitted' });
});

it('locks work across processes', async () => {
  const url = await postgresUrl();
  const [first, second] = await Promise.all([1, 2].map(() => openPostgres({ url, schema })));
  const scope = ofOwner('one');
  let inside = 0;
  const alone = (database = first) =>
    database?.transaction(async (transaction) => {
      inside++;
      await transaction.all('SELECT pg_sleep(0.005)');
      expect(inside).toBe(1);
      inside--;
    }, scope);
  await Promise.all(Array.from({ length: 6 }, (_, index) => alone(index % 2 ? first : second)));
});

it('exclusive work is done by one process at a time, and then by another one', async () => {
  const url = await postgresUrl();
  const [first, second] = await Promise.all([1, 2].map(() => openPostgres({ url, schema })));
  await first?.exclusively('work', async () => {
    expect(await second?.exclusively('work', async () => 1)).toBeUndefined();
  });
  expect(await second?.exclusively('work', async () => 1)).toEqual({ value: 1 });
});

it('prepares the statements of transactions that are used often', async () => {
  const database = await openPostgres({ url: await postgresUrl(), schema, connections: 1 });
  const scope = ofOwner('one');
  const insert = 'INSERT INTO item VALUES ($1, $2)';
  const counts = await database.transaction(async (transaction) => {
    const prepared: number[] = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      await transaction.run('INSERT INTO item VALUES (?, ?)', ['one', name]);
      const statement = `SELECT count(*) AS total FROM pg_prepared_statements WHERE statement = '${insert}'`;
      const [row] = await transaction.all<{ total: number }>(statement);
      prepared.push(row?.total ?? 0);
    }
    return prepared;
  }, scope);
  expect(counts).toEqual([0, 0, 1, 1]);
  expect(await database.read((reader) => reader.all(text), scope)).toHaveLength(4);
});

it('a prepared statement uses the index although it was planned for a small table', async () => {
  const migrations = ['CREATE TABLE item (id BIGINT PRIMARY KEY, name TEXT)'];
  const small = { ...schema, name: 'small', migrations };
  const database = await openPostgres({ url: await postgresUrl(), schema: small, connections: 1 });
  const plan = await database.transaction(
    async (transaction) => {
      await transaction.run('INSERT INTO item (id) SELECT * FROM generate_series(1, 60)');
      await transaction.run('ANALYZE item');
      // From the sixth time on, Postgres may use a plan for any values.
      for (let id = 0; id < 10; id++)
        await transaction.all('SELECT * FROM item WHERE id = ?', [id]);
      return transaction.all('EXPLAIN EXECUTE telecrm_1 (1)');
    },
    { lock: 'items' },
  );
  expect(JSON.stringify(plan)).toContain('Index Scan');
});

it('a prepared statement does not see the rows of another owner', async () => {
  const database = await openPostgres({ url: await postgresUrl(), schema, connections: 1 });
  const select = 'SELECT name FROM item WHERE name <> ?';
  for (const owner of ['one', 'two', 'one', 'two', 'one', 'two', 'one', 'two']) {
    const names = await database.transaction(async (transaction) => {
      await transaction.run('INSERT INTO item VALUES (?, ?)', [owner, owner]);
      return transaction.all<{ name: string }>(select, ['']);
    }, ofOwner(owner));
    expect(new Set(names.map(({ name }) => name))).toEqual(new Set([owner]));
  }
});

it('a transaction is repeated if another process has changed the table of a prepared statement', async () => {
  const url = await postgresUrl();
  const database = await openPostgres({ url, schema, connections: 3 });
  const find = () =>
    database.transaction(
      (transaction) => transaction.all('SELECT * FROM item WHERE name = ?', ['a']),
      ofOwner('one'),
    );
  await Promise.all(Array.from({ length: 9 }, find));
  await database.transaction((transaction) =>
    transaction.run('ALTER TABLE item ADD COLUMN size BIGINT'),
  );
  expect(await Promise.all(Array.from({ length: 9 }, find))).toHaveLength(9);
});

it('a deadlock is resolved by repeating one of the transactions', async () => {
  const url = await postgresUrl();
  const database = await openPostgres({ url, schema: { ...schema, name: 'locks' } });
  const scope = ofOwner('one');
  const lock = (key: number) => `SELECT pg_advisory_xact_lock(${key})`;
  const both = (first: number, second: number) =>
    database.transaction(
      async (transaction) => {
        await transaction.all(lock(first));
        await transaction.all('SELECT pg_sleep(0.05)');
        await transaction.all(lock(second));
      },
      { ...scope, lock: `${first}` },
    );
  await Promise.all([both(1, 2), both(2, 1)]);
});

it('is not reported as committed if Postgres rolls it back because of an ignored failure', async () => {
  const database = await openPostgres({ url: await postgresUrl(), schema });
  const scope = ofOwner('one');
  const ignoring = database.transaction(async (transaction) => {
    await transaction.run('INSERT INTO item VALUES (?, ?)', ['one', 'a']);
    await transaction.run('INSERT INTO missing VALUES (1)').catch(() => {});
  }, scope);
  await expect(ignoring).rejects.toThrow('rolled back');
  await database.transaction(
    (transaction) => transaction.run('INSERT INTO item VALUES (?, ?)', ['one', 'b']),
    scope,
  );
  expect(await database.read((reader) => reader.all(text), scope)).toEqual([{ name: 'b' }]);
});

it('waits for transactions without a lock, too, before it closes', async () => {
  const url = await postgresUrl();
  const database = await openPostgres({ url, schema, connections: 1 });
  const insert = (name: string) =>
    database.transaction(
      (transaction) => transaction.run('INSERT INTO item VALUES (?, ?)', ['one', name]),
      { settings: { 'test.owner': 'one' } },
    );
  const inserted = Promise.all(['a', 'b', 'c'].map(insert));
  await database.close();
  expect(await inserted).toEqual([1, 1, 1]);
});

it('a connection that the server closes is replaced', async () => {
  const url = await postgresUrl();
  const database = await openPostgres({ url, schema, connections: 1 });
  const failing = database.transaction(async (transaction) => {
    await transaction.run('SELECT pg_terminate_backend(pg_backend_pid())');
  }, ofOwner('one'));
  await expect(failing).rejects.toMatchObject({ problem: 'unreachable' });
  expect(await database.read((reader) => reader.all('SELECT 1'))).toHaveLength(1);
});

const uses: ((database: Database) => Promise<unknown>)[] = [
  (database) => database.all('SELECT 1'),
  (database) => database.read((reader) => reader.all('SELECT 1')),
  (database) => database.transaction((transaction) => transaction.all('SELECT 1'), ofOwner('one')),
  (database) => database.exclusively('work', async () => 1),
];

it('no statement waits forever if the network loses all packets; then another connection is used', async () => {
  await Promise.all(
    uses.map(async (use) => {
      const { relay, database } = await openOverRelay({ statementMs: 2000 });
      await use(database).catch(() => {});
      // A read returns its result before its connection is available again.
      await database.all('SELECT 1').catch(() => {});
      relay.losePackets();
      await expect(use(database)).rejects.toMatchObject({ problem: 'unreachable' });
      await expect.poll(() => use(database).then(() => 'done')).toBe('done');
    }),
  );
});

it('a statement may take long while the tables are created', async () => {
  const slow = { ...schema, name: 'slow', migrations: ['SELECT pg_sleep(0.3)'] };
  await openPostgres({ url: await postgresUrl(), schema: slow, statementMs: 100 });
});

it('closes although the server does not respond', async () => {
  const { relay, database } = await openOverRelay();
  const use = () =>
    database.transaction((transaction) => transaction.all('SELECT 1'), ofOwner('one'));
  await use();
  relay.losePackets();
  const failed = expect(use()).rejects.toMatchObject({ problem: 'unreachable' });
  await database.close();
  await failed;
  await expect.poll(() => relay.connections).toBe(0);
});

it('an unusable database is reported in one line without the password', async () => {
  const url = await postgresUrl();
  const at = (change: string) => openPostgres({ url: change, schema });
  await expect(at('postgres://me:secret@127.0.0.1:1/db')).rejects.toThrow(
    /^Postgres at 127.0.0.1:1\/db cannot be reached \(ECONNREFUSED\): check/,
  );
  await expect(at(url.replace('service', 'nobody:secret'))).rejects.toThrow(/rejects the role/);
  await expect(at(url.replace(/db_\w+/, 'missing'))).rejects.toMatchObject({
    problem: 'not-permitted',
  });
  const admin = new pg.Client({ connectionString: superuserUrl(url) });
  await admin.connect();
  await admin.query('REVOKE CREATE ON DATABASE postgres FROM PUBLIC');
  await admin.end();
  const foreign = inject('postgresAdminUrl').replace('admin@', 'service@');
  await expect(at(foreign)).rejects.toMatchObject({ problem: 'not-permitted' });
});
