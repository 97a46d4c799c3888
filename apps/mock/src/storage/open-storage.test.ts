import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { callerOf } from '@telecrm/caller';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Mock, MockOptions } from '../options.ts';
import { startMock } from '../start-mock.ts';

const folder = mkdtempSync(join(tmpdir(), 'telecrm-state-'));
const running: Mock[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((mock) => mock.close()));
});
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => join(folder, `state-${files++}`);
const phone = '919999999999';

async function start(options: MockOptions): Promise<Mock> {
  const mock = await startMock({ strict: true, ...options });
  running.push(mock);
  return mock;
}

describe.each<[string, () => MockOptions | Promise<MockOptions>]>([
  ['an SQLite file', () => ({ state: newFile() })],
  ['Postgres', async () => ({ databaseUrl: await postgresUrl() })],
])('a sandbox in %s', (_, place) => {
  it('continues where it stopped', async () => {
    const options = await place();
    const first = await start({ ...options, asyncDelayMs: 60_000 });
    const keys = await first.workspaces.create({ seats: 3 });
    const before = callerOf(first, keys);
    const { body } = await before.sync('POST', '/lead', { fields: { phone, rating: 9 } });
    await before.control('PUT', '/faults', [{ operationId: 'getLead', status: 500, times: 1 }]);
    await before.queue({ fields: { phone, name: 'Jane' } });
    await first.close();

    const second = await start(options);
    const after = callerOf(second, keys);
    expect((await after.sync('GET', `/lead/${body.lead_id}`)).status).toBe(500);
    const read = await after.sync('GET', `/lead/${body.lead_id}`);
    // Queued bodies were processed during the shutdown, whatever their delay.
    expect(read.body.fields).toEqual({ phone, name: 'Jane' });
    expect((await after.ingestions()).data).toMatchObject([{ outcome: 'UPDATED' }]);
    const requests = (await after.control('GET', '/requests')).body.data;
    expect(requests.at(-1)).toMatchObject({ operation: 'createLead', status: 201 });
    expect((await callerOf(second).sync('POST', '/lead/search', {})).body.total_count).toBe(2);
  });

  it('stores bodies that are still queued if there is no time to process them', async () => {
    const options = await place();
    const first = await start({ ...options, asyncDelayMs: 600_000 });
    for (const name of ['Jane', 'Joe']) await callerOf(first).queue({ fields: { phone, name } });
    await first.close({ now: true });
    const second = await start({ ...options, asyncDelayMs: 0 });
    expect((await callerOf(second).ingestions()).data).toMatchObject([
      { outcome: 'UPDATED' },
      { outcome: 'CREATED' },
    ]);
  });

  it('is closed if the server cannot start', async () => {
    const options = await place();
    const other = await start({});
    await expect(start({ ...options, port: other.port })).rejects.toThrow('EADDRINUSE');
    const invalid = { defaultCountry: 'Q' };
    await expect(start({ ...options, workspace: invalid })).rejects.toThrow('defaultCountry');
    await start(options);
  });
});

describe('a state file', () => {
  it('can be used by one sandbox at a time', async () => {
    const state = newFile();
    const first = await start({ state });
    await expect(start({ state })).rejects.toThrow(`${state} is used by another process`);
    await callerOf(first).sync('POST', '/lead', { fields: { phone } });
    await first.close();
    const second = await start({ state });
    expect((await callerOf(second).sync('POST', '/lead', { fields: { phone } })).status).toBe(409);
  });

  it('is readable by its user only, and a single file once the sandbox has stopped', async () => {
    const state = newFile();
    await (await start({ state })).close();
    expect(statSync(state).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith(`${state}-`))).toEqual([]);
  });

  it('can be an open handle', async () => {
    const state = newFile();
    const first = await start({ state: new DatabaseSync(state) });
    await callerOf(first).sync('POST', '/lead', { fields: { phone } });
    await first.close();
    const second = await start({ state });
    expect((await callerOf(second).sync('POST', '/lead', { fields: { phone } })).status).toBe(409);
  });

  it('responds to writes on a full disk with 503 and Retry-After, and loses nothing', async () => {
    const state = new DatabaseSync(newFile());
    const mock = await start({ state });
    const { sync } = callerOf(mock);
    const create = (number: number) =>
      sync('POST', '/lead', { fields: { phone: `9199999${number}`, name: 'x'.repeat(5000) } });
    state.exec('PRAGMA max_page_count = 1');
    let created = 0;
    let response = await create(10_000);
    for (; response.status === 201; created++) response = await create(10_001 + created);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect(response.body.error.message).toContain('because its disk is full: retry it');
    const { body } = await sync('POST', '/lead/search', { fields: { name: 'x'.repeat(5000) } });
    expect(body.total_count).toBe(created);
    state.exec('PRAGMA max_page_count = 100000');
    expect((await create(10_999)).status).toBe(201);
  });

  it('excludes a database URL', async () => {
    const options = { state: newFile(), databaseUrl: 'postgres://localhost/x' };
    await expect(start(options)).rejects.toThrow('not both');
  });

  it.each([
    ['no JSON', 'hello, this is some text'],
    ['an empty object', '{}'],
    ['another JSON', '{"format":"something"}'],
    ['cut off', '{"format":"telecrm-sandbox","vers'],
    ['of a later version', '{"format":"telecrm-sandbox","version":3,"calls":0,"workspaces":[]}'],
    ['without its workspaces', '{"format":"telecrm-sandbox","version":1,"calls":0}'],
    [
      'with a workspace that is nothing',
      '{"format":"telecrm-sandbox","version":1,"calls":0,"workspaces":[null]}',
    ],
  ])('that is %s is rejected and not changed', async (_what, content) => {
    const file = newFile();
    writeFileSync(file, content);
    await expect(start({ state: file })).rejects.toThrow(file);
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect(readdirSync(folder).filter((name) => name.includes('importing'))).toEqual([]);
  });

  it.each([folder, join(folder, 'no-such-folder', 'state'), '/proc/state'])(
    'that is not writable is rejected: %s',
    async (state) => {
      await expect(start({ state })).rejects.toThrow(`${state} cannot be opened`);
    },
  );
});

describe('a Postgres database', () => {
  it('is shared by processes: each sees the writes of the other', async () => {
    const databaseUrl = await postgresUrl();
    const [first, second] = [await start({ databaseUrl }), await start({ databaseUrl })];
    const keys = await first.workspaces.create();
    const [one, two] = [callerOf(first, keys), callerOf(second, keys)];
    const created = await one.sync('POST', '/lead', { fields: { phone } });
    expect((await two.sync('GET', `/lead/${created.body.lead_id}`)).status).toBe(200);
    expect((await two.sync('POST', '/lead', { fields: { phone } })).status).toBe(409);
    await one.queue({ fields: { phone, name: 'Jane' } });
    await two.control('POST', '/drain');
    expect((await two.sync('GET', `/lead/${created.body.lead_id}`)).body.fields.name).toBe('Jane');
    await two.control('DELETE', '');
    expect((await one.sync('POST', '/lead/search', {})).status).toBe(401);
  });

  it('has rate limits that count across processes', async () => {
    const databaseUrl = await postgresUrl();
    const options = { databaseUrl, requestsPerHour: 5 };
    const mocks = [await start(options), await start(options)];
    const statuses: number[] = [];
    for (let index = 0; index < 8; index++) {
      const mock = mocks[index % 2];
      if (mock) statuses.push((await callerOf(mock).sync('POST', '/lead/search', {})).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
  });

  it('that cannot be reached is reported in one line', async () => {
    const databaseUrl = 'postgres://me:secret@127.0.0.1:1/db';
    await expect(start({ databaseUrl })).rejects.toThrow(/^Postgres at 127.0.0.1:1\/db cannot be/);
  });
});
