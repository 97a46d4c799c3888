import { mkdtempSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerOf, send } from '@telecrm/caller';
import { type Database, openPostgres } from '@telecrm/sql';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Mock, MockOptions } from '../../options.ts';
import { startMock } from '../../start-mock.ts';
import { schema } from '../../storage/tables/schema.ts';

const adminToken = 'the-admin-token';
const open: MockOptions = { adminToken, open: true, openPerAddress: 2, strict: true };

async function start(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ ...open, ...options });
  onTestFinished(() => mock.close());
  return mock;
}

/** Creates a workspace without a key, with the address that a proxy has seen. */
function create({ url }: Mock, forwarded?: string, body: object = {}) {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return send(`${url}/_sandbox/workspaces`, 'POST', body, headers);
}

/** Creates a workspace from another address of this machine. */
function createFrom({ port }: Mock, localAddress: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { port, localAddress, method: 'POST', path: '/_sandbox/workspaces' };
    const sent = request(options, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject).end();
  });
}

const kinds: [name: string, processes: number, storage: () => Promise<MockOptions>][] = [
  ['in memory', 1, async () => ({})],
  ['in SQLite', 1, async () => ({ state: join(mkdtempSync(join(tmpdir(), 'open-')), 'state') })],
  ['in Postgres, with two processes', 2, async () => ({ databaseUrl: await postgresUrl() })],
];

it.each(kinds)('limits workspaces of each address without a key, %s', async (_, count, storage) => {
  const options = await storage();
  const mocks: Mock[] = [];
  for (let index = 0; index < count; index++) mocks.push(await start(options));
  const responses = await Promise.all(
    Array.from({ length: 6 }, (_, index) => create(mocks[index % count] as Mock)),
  );
  expect(responses.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429, 429]);
  const rejected = responses.find(({ status }) => status === 429);
  expect(rejected?.body.error).toEqual({
    code: 'QUOTA_EXCEEDED',
    message:
      'The limit of 2 workspaces in 24 hours without a key is used up for this address: wait for the time in Retry-After, or send the key of a partner.',
  });
  const wait = Number(rejected?.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(86_000);
  expect(wait).toBeLessThanOrEqual(86_400);
  expect(await createFrom(mocks[0] as Mock, '127.0.0.9')).toBe(201);
});

describe('the limit of an address', () => {
  it('also counts clones, and is not reset by deleting workspaces or a restart', async () => {
    const state = join(mkdtempSync(join(tmpdir(), 'open-')), 'state');
    const first = await start({ state });
    const { body } = await create(first);
    const manage = (mock: Mock, method: string, path: string) =>
      send(`${mock.url}/_sandbox/workspaces/${body.enterpriseId}${path}`, method, undefined, {
        authorization: `Bearer ${body.syncToken}`,
      });
    expect((await manage(first, 'POST', '/clone')).status).toBe(201);
    expect((await manage(first, 'POST', '/clone')).status).toBe(429);
    await first.close();
    const second = await start({ state });
    expect((await manage(second, 'DELETE', '')).status).toBe(204);
    expect((await create(second)).status).toBe(429);
  });

  it('does not count what was not created', async () => {
    const mock = await start({ openQuotas: { workspaces: 1 } });
    expect((await create(mock, undefined, { defaultCountry: 'Q' })).status).toBe(400);
    expect((await create(mock)).status).toBe(201);
    for (let count = 0; count < 3; count++) expect((await create(mock)).status).toBe(403);
  });

  it('does not apply to callers with a key, and can be turned off', async () => {
    const mock = await start({ openPerAddress: 0 });
    for (let count = 0; count < 25; count++) expect((await create(mock)).status).toBe(201);
    const limited = await start();
    const headers = { authorization: `Bearer ${adminToken}` };
    for (let count = 0; count < 3; count++) {
      const created = await send(`${limited.url}/_sandbox/workspaces`, 'POST', {}, headers);
      expect(created.status).toBe(201);
    }
    const { body } = await create(limited);
    expect((await callerOf(limited, body).sync('GET', '/metadata')).status).toBe(200);
  });

  it('ignores forwarded addresses, unless they are from a trusted proxy', async () => {
    const direct = await start();
    const statuses = [];
    for (const forged of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
      statuses.push((await create(direct, forged)).status);
    }
    expect(statuses).toEqual([201, 201, 429]);
  });

  it('is that of the client behind a trusted proxy, whatever it has invented', async () => {
    const mock = await start({ trustProxy: ['loopback'] });
    const status = async (forwarded: string) => (await create(mock, forwarded)).status;
    expect(await status('203.0.113.1')).toBe(201);
    expect(await status('198.51.100.1, 203.0.113.1')).toBe(201);
    expect(await status('127.0.0.1, 198.51.100.2, 203.0.113.1')).toBe(429);
    expect(await status('::ffff:203.0.113.1')).toBe(429);
    expect(await status('203.0.113.2')).toBe(201);
    expect(await status('2001:db8:1:2::1')).toBe(201);
    expect(await status('2001:db8:1:2:ffff::2')).toBe(201);
    expect(await status('2001:db8:1:2::3')).toBe(429);
    expect(await status('2001:db8:1:3::1')).toBe(201);
  });

  it('is stored without the address, and not logged', async () => {
    const url = await postgresUrl();
    const lines: string[] = [];
    const mock = await start({
      ...{ databaseUrl: url, trustProxy: ['loopback'], log: (line: string) => lines.push(line) },
    });
    for (let count = 0; count < 3; count++) await create(mock, '203.0.113.77');
    const database = await openPostgres({ url, schema });
    onTestFinished(() => database.close());
    expect(await textOf(database)).not.toContain('203.0.113.77');
    expect(lines.join('\n')).not.toContain('203.0.113.77');
    const state = join(mkdtempSync(join(tmpdir(), 'open-')), 'state');
    const stored = await start({ state, trustProxy: ['loopback'] });
    await create(stored, '203.0.113.77');
    await stored.close();
    expect(readFileSync(state, 'latin1')).not.toContain('203.0.113.77');
  });
});

/** All rows of all tables. */
async function textOf(database: Database): Promise<string> {
  const tables = await database.all<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  );
  const texts = [];
  for (const { name } of tables) texts.push(await database.all(`SELECT * FROM ${name}`));
  return JSON.stringify(texts);
}
