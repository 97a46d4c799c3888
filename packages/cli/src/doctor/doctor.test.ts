import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestFolder, pullSettings } from '../testing/cli.ts';
import { createTestSandbox, type TestSandbox } from '../testing/sandbox.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await createTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

type Env = Record<string, string | undefined>;

/** The diagnoses of the doctor as text, by name. */
async function examine(env: Env, files: Record<string, object | string> = {}) {
  await using folder = await createTestFolder();
  for (const [name, content] of Object.entries(files)) await folder.write(name, content);
  const { code, stdout } = await folder.telecrm(['doctor', '--json'], { env });
  const { diagnoses } = JSON.parse(stdout);
  for (const token of [env.TELECRM_SYNC_TOKEN, env.TELECRM_ASYNC_TOKEN]) {
    if (token && token.length > 8) expect(stdout).not.toContain(token);
  }
  const lines: string[] = diagnoses.map(
    ({ name, status, message, fix = '' }: Record<string, string>) =>
      `${status} ${name}: ${message}. ${fix}`,
  );
  return { code, lines };
}

it('reports ok if there are no problems', async () => {
  await using folder = await createTestFolder();
  const env = await sandbox.env();
  await folder.telecrm(['pull', ...pullSettings], { env });
  await folder.telecrm(['types']);
  const { code, stdout, stderr } = await folder.telecrm(['doctor'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    'ok       TELECRM_ENTERPRISE_ID is set',
    'ok       TELECRM_SYNC_TOKEN is set',
    'ok       TELECRM_ASYNC_TOKEN is set',
    'ok       Sync API accepts the token in TELECRM_SYNC_TOKEN',
    'ok       Async API accepts the token in TELECRM_ASYNC_TOKEN',
    'ok       Clock matches the clock of the server',
    'ok       telecrm.workspace.json is up to date with the workspace',
    'ok       telecrm.d.ts is up to date with telecrm.workspace.json',
    '',
  ]);
});

it('creates no lead', async () => {
  const { env, workspace } = await sandbox.create({});
  await examine(env);
  await workspace.drain();
  expect(await workspace.summary()).toMatchObject({ leads: 0 });
});

it('recognizes swapped tokens, although the 401 does not', async () => {
  const env = await sandbox.env();
  const { code, lines } = await examine({
    ...env,
    TELECRM_SYNC_TOKEN: env.TELECRM_ASYNC_TOKEN,
    TELECRM_ASYNC_TOKEN: env.TELECRM_SYNC_TOKEN,
  });
  expect(code).toBe(1);
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^problem Sync API: rejects .*because it is of type Async/),
      expect.stringMatching(/^problem Async API: rejects .*because it is of type Sync/),
    ]),
  );
});

it('explains a token that no API accepts', async () => {
  const env = await sandbox.env();
  const { code, lines } = await examine({ ...env, TELECRM_SYNC_TOKEN: 'deleted-token-of-mine' });
  expect(code).toBe(1);
  expect(lines).toContainEqual(
    expect.stringMatching(/^problem Sync API: rejects .*\(401: .*belongs to another workspace/),
  );
});

it.each<[string, Env, string]>([
  ['nothing', {}, 'problem TELECRM_ENTERPRISE_ID: is not set'],
  [
    'a token as the ID',
    { TELECRM_ENTERPRISE_ID: '3b1c-1672561800000:9f' },
    'problem TELECRM_ENTERPRISE_ID: contains a token',
  ],
  [
    'quotes',
    { TELECRM_ENTERPRISE_ID: '"ent_1"' },
    'problem TELECRM_ENTERPRISE_ID: contains spaces or quotes',
  ],
  [
    'an ID as the token',
    { TELECRM_ENTERPRISE_ID: 'ent_1', TELECRM_SYNC_TOKEN: '603d2b2f9b1e8a001c8e4f5c' },
    'problem TELECRM_SYNC_TOKEN: contains an enterprise ID',
  ],
  [
    'the header',
    { TELECRM_ENTERPRISE_ID: 'ent_1', TELECRM_ASYNC_TOKEN: 'Bearer abc' },
    'problem TELECRM_ASYNC_TOKEN: starts with Bearer',
  ],
])('detects %s without a call', async (_, env, line) => {
  const { code, lines } = await examine(env);
  expect(code).toBe(1);
  expect(lines).toContainEqual(expect.stringContaining(line));
});

it('exits with 3 if an address does not respond, and with 1 if it is another server', async () => {
  const env = await sandbox.env();
  const gone = await examine({ ...env, TELECRM_SYNC_URL: 'http://127.0.0.1:1' });
  expect(gone.code).toBe(3);
  expect(gone.lines).toContainEqual(expect.stringMatching(/^unreachable Sync API: .*_SYNC_URL/));

  const server = createServer((_, response) => {
    response.setHeader('date', new Date(Date.now() + 3_600_000).toUTCString());
    response.end('<html>A page</html>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const other = await examine({ ...env, TELECRM_SYNC_URL: `http://127.0.0.1:${port}` });
  server.close();
  expect(other.code).toBe(1);
  expect(other.lines).toContainEqual(
    expect.stringMatching(/^problem Sync API: does not respond like telecrm's Sync API/),
  );
  expect(other.lines).toContainEqual(
    expect.stringMatching(/^warning Clock: is 3\d\d\d seconds behind the clock of the server/),
  );
  const bad = await examine({ ...env, TELECRM_SYNC_URL: 'not a url' });
  expect(bad.lines).toContainEqual(
    expect.stringMatching(/^problem TELECRM_SYNC_URL: is not a valid base URL/),
  );
});

it('checks the workspace file', async () => {
  const env = await sandbox.env();
  const file = 'telecrm.workspace.json';
  const linesOf = async (content: object | string, types?: string) => {
    const files = { [file]: content, ...(types !== undefined && { 'telecrm.d.ts': types }) };
    return (await examine(env, files)).lines.filter((line) => line.includes('telecrm.'));
  };
  const enterpriseId = env.TELECRM_ENTERPRISE_ID;
  expect((await examine(env)).lines).toContainEqual(
    `warning ${file}: does not exist. Run \`telecrm pull\`, and commit the file.`,
  );
  expect(await linesOf('{')).toEqual([expect.stringMatching(/^problem .*is not JSON/)]);
  expect(await linesOf({ enterpriseId: 'ent_other' }, '')).toEqual([
    expect.stringMatching(/^problem .*belongs to another enterprise, ent_other/),
    expect.stringMatching(/^warning telecrm\.d\.ts: does not match/),
  ]);
  expect(await linesOf({ enterpriseId, customFields: [] })).toEqual([
    expect.stringMatching(/^warning .*is out of date: \d+ differences/),
  ]);
  const offline = await examine({ ...env, TELECRM_SYNC_TOKEN: '' }, { [file]: { enterpriseId } });
  expect(offline.code).toBe(0);
  expect(offline.lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^ok telecrm\.workspace\.json: is valid/),
      expect.stringMatching(/^skipped telecrm\.workspace\.json: cannot be compared/),
      expect.stringMatching(/^skipped TELECRM_SYNC_TOKEN: is not set/),
    ]),
  );
});

it('does not take the rate limit for a wrong URL', async () => {
  const { env, workspace } = await sandbox.create({});
  await workspace.faults.add({ status: 429, retryAfterSeconds: 3600 });
  const { code, lines } = await examine(env);
  expect(code).toBe(3);
  expect(lines).toContainEqual(
    expect.stringMatching(/^unreachable Sync API: Rate limit exceeded.*Wait and run the command/),
  );
});

it('ends at Ctrl-C, even if the server does not respond', async () => {
  await using folder = await createTestFolder();
  const controller = new AbortController();
  const server = createServer(() => controller.abort()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = { ...(await sandbox.env()), TELECRM_SYNC_URL: `http://127.0.0.1:${port}` };
  const { signal } = controller;
  const { code, stdout } = await folder.telecrm(['doctor', '--json'], { env, signal });
  server.close();
  expect(code).toBe(130);
  expect(JSON.parse(stdout)).toEqual({ ok: false, error: { problem: 'interrupted' } });
});
