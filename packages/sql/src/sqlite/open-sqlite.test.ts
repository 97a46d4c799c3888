import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import type { Database } from '../database.ts';
import type { Schema } from '../migrations.ts';
import { databasesForThisFile } from '../testing/databases.ts';
import { openRecordedHandle } from '../testing/recorded-handle.ts';

const schema: Schema = {
  name: 'test',
  program: 'test program',
  migrations: ['CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)'],
};
const databases = databasesForThisFile();
const { newFile, openSqlite } = databases;
const source = new URL('../index.ts', import.meta.url).href;
const add = (database: Database, name: string) =>
  database.transaction((transaction) =>
    transaction.run('INSERT INTO item (name) VALUES (?)', [name]),
  );

/** A program that opens a file and runs some code with it. */
function program(file: string, code: string): string {
  return `import { openSqlite } from ${JSON.stringify(source)};
    const schema = ${JSON.stringify(schema)};
    const add = (name) => database.transaction((one) => one.run('INSERT INTO item (name) VALUES (?)', [name]));
    const database = await openSqlite({ file: ${JSON.stringify(file)}, schema });
    ${code}`;
}

const nodeArguments = (code: string) => ['--input-type=module', '--eval', code];

it('transactions in the same iteration of the event loop share one commit', async () => {
  const handle = openRecordedHandle(newFile());
  const database = await openSqlite({ file: handle, schema });
  const commits = () => handle.ran.filter((text) => text === 'COMMIT').length;
  const before = commits();
  await Promise.all(['a', 'b', 'c'].map((name) => add(database, name)));
  expect(commits()).toBe(before + 1);
  await add(database, 'd');
  expect(commits()).toBe(before + 2);
});

it('uses a write-ahead log', async () => {
  const handle = new DatabaseSync(newFile());
  await openSqlite({ file: handle, schema });
  expect({ ...handle.prepare('PRAGMA journal_mode').get() }).toEqual({ journal_mode: 'wal' });
});

it('a transaction resolves only after its commit has been flushed', async () => {
  const database = await openSqlite({ file: newFile(), schema });
  const flushes: (() => void)[] = [];
  vi.spyOn(fs, 'fdatasync').mockImplementation((_, callback) => {
    flushes.push(() => callback(null));
  });
  let isResolved = false;
  const adding = add(database, 'a').then(() => {
    isResolved = true;
  });
  await vi.waitFor(() => expect(flushes).toHaveLength(1));
  expect(isResolved).toBe(false);
  vi.restoreAllMocks();
  flushes[0]?.();
  await adding;
});

it('after a failed flush, that write and all later ones fail', async () => {
  const file = newFile();
  const database = await openSqlite({ file, schema });
  vi.spyOn(fs, 'fdatasync').mockImplementationOnce((_, callback) => callback(new Error('EIO')));
  const failure = {
    problem: 'damaged',
    message: `${file} cannot be written to the disk: check the disk, then start again`,
  };
  await expect(add(database, 'a')).rejects.toMatchObject(failure);
  vi.restoreAllMocks();
  await expect(add(database, 'b')).rejects.toMatchObject(failure);
  const rows = await database.read((reader) => reader.all<{ name: string }>('SELECT * FROM item'));
  expect(rows.map(({ name }) => name)).not.toContain('b');
});

it('acknowledged writes exist after kill -9, and the file can be used immediately', async () => {
  const file = newFile();
  const code = `for (let index = 0; ; index++) { await add(String(index)); console.log(index); }`;
  const child = spawn(process.execPath, nodeArguments(program(file, code)));
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
    if (out.length > 2000) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  const acknowledged = out.split('\n').length - 1;
  const database = await openSqlite({ file, schema });
  const rows = await database.read((reader) => reader.all('SELECT * FROM item'));
  expect(acknowledged).toBeGreaterThan(100);
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
});

it('a second process on the file is rejected in one line, and the first one continues', async () => {
  const file = newFile();
  const database = await openSqlite({ file, schema });
  const code = program(file, 'console.log("open")');
  const { stderr } = await promisify(execFile)(process.execPath, nodeArguments(code)).catch(
    (error) => error,
  );
  expect(stderr).toContain(`${file} is used by another process: stop that one`);
  await expect(openSqlite({ file, schema })).rejects.toMatchObject({ problem: 'in-use' });
  await add(database, 'a');
});

it.each([
  ['text', 'This is not a database.'],
  ['a short text', 'hello'],
])('rejects a file that is %s and does not change it', async (_, content) => {
  const file = newFile();
  writeFileSync(file, content);
  await expect(openSqlite({ file, schema })).rejects.toMatchObject({ problem: 'not-ours' });
  expect(readFileSync(file, 'utf8')).toBe(content);
});

it.each(['CREATE TABLE other (id)', 'CREATE TABLE schema_version (name, version)'])(
  'rejects a database of another program (%s) and does not change it',
  async (statement) => {
    const file = newFile();
    const other = new DatabaseSync(file);
    other.exec(statement);
    other.close();
    const before = readFileSync(file);
    await expect(openSqlite({ file, schema })).rejects.toThrow('a database of another program');
    expect(readFileSync(file).equals(before)).toBe(true);
  },
);

it('rejects a damaged file', async () => {
  const file = newFile();
  const database = await openSqlite({ file, schema });
  for (let index = 0; index < 50; index++) await add(database, 'x'.repeat(1000));
  await database.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x55, 100, 300));
  await expect(openSqlite({ file, schema })).rejects.toMatchObject({ problem: 'damaged' });
});

it.each(['/proc/database', '/no/such/folder/database'])(
  'rejects %s, whose folder is not writable',
  async (file) => {
    await expect(openSqlite({ file, schema })).rejects.toMatchObject({
      problem: 'not-writable',
      message: expect.stringContaining(
        `${file} cannot be opened: choose a file that this user can`,
      ),
    });
  },
);

it('rejects a read-only database', async () => {
  const file = newFile();
  new DatabaseSync(file).close();
  const handle = new DatabaseSync(file, { readOnly: true });
  await expect(openSqlite({ file: handle, schema })).rejects.toMatchObject({
    problem: 'not-writable',
    message: expect.stringContaining('the SQLite database cannot be written'),
  });
});

it('on a full disk, only the writes that do not fit fail', async () => {
  const handle = new DatabaseSync(newFile());
  const database = await openSqlite({ file: handle, schema });
  handle.exec('PRAGMA max_page_count = 20');
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) => add(database, String(index % 10).repeat(4000))),
  );
  const failed = results.filter(({ status }) => status === 'rejected');
  expect(failed.length).toBeGreaterThan(10);
  expect(failed[0]).toMatchObject({
    reason: { problem: 'disk-full', message: expect.stringContaining('free some space') },
  });
  const stored = () => database.read((reader) => reader.all('SELECT name FROM item'));
  expect(await stored()).toHaveLength(results.length - failed.length);
  handle.exec('PRAGMA max_page_count = 1000');
  await add(database, 'fits again');
  expect(await stored()).toHaveLength(results.length - failed.length + 1);
});

it('a file-size limit of the process is reported as a full disk, too', async () => {
  const file = newFile();
  const code = program(
    file,
    `const failed = [];
    for (let index = 0; index < 60; index++) await add('x'.repeat(10_000)).catch((error) => failed.push(error));
    const rows = await database.read((reader) => reader.all('SELECT id FROM item'));
    console.log(JSON.stringify([rows.length + failed.length, failed.length > 0, failed[0]?.message]));`,
  );
  // The shell sets the maximum file size, in blocks of 512 or 1024 bytes.
  const run = `trap '' XFSZ; ulimit -f 300; exec "$0" "$@"`;
  const { stdout } = await promisify(execFile)('/bin/sh', [
    ...['-c', run, process.execPath],
    ...nodeArguments(code),
  ]);
  expect(JSON.parse(stdout)).toEqual([60, true, expect.stringContaining(file)]);
  const database = await openSqlite({ file, schema });
  const check = await database.read((reader) => reader.all('PRAGMA integrity_check'));
  expect(check.map((row) => ({ ...row }))).toEqual([{ integrity_check: 'ok' }]);
});

it('leaves a single file after closing', async () => {
  const file = newFile();
  const database = await openSqlite({ file, schema });
  await add(database, 'a');
  await database.close();
  expect([existsSync(file), existsSync(`${file}-wal`), existsSync(`${file}-shm`)]).toEqual([
    true,
    false,
    false,
  ]);
});
