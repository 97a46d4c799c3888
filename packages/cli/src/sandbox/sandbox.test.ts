import { createSyncClient } from '@telecrm/client';
import { expect, it } from 'vitest';
import { createTestFolder } from '../testing/cli.ts';
import { keys, startInTerminal } from '../testing/pty.ts';

const workspace = {
  enterpriseId: 'ent_mine',
  customFields: [{ apiName: 'city', type: 'dropdown', options: ['Pune'] }],
};

it('starts with the workspace of the file, and ends on Ctrl-C', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', workspace);
  const session = startInTerminal(folder.path, ['sandbox', '--port', '0', '--json'], {});
  await session.waitFor('TELECRM_ASYNC_URL');
  await session.waitFor('}}');
  const [json = ''] = /\{.*\}/s.exec(session.output().replace(/[\r\n]/g, '')) ?? [];
  const { env } = JSON.parse(json);
  expect(env.TELECRM_ENTERPRISE_ID).toBe('ent_mine');
  const sync = createSyncClient({
    enterpriseId: env.TELECRM_ENTERPRISE_ID,
    token: env.TELECRM_SYNC_TOKEN,
    baseUrl: env.TELECRM_SYNC_URL,
  });
  expect(await sync.getCustomField({ apiName: 'city' })).toMatchObject({
    options: [{ label: 'Pune' }],
  });
  session.type(keys.ctrlC);
  expect(await session.exitCode).toBe(0);
});

it('prints the variables to set', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', workspace);
  const controller = new AbortController();
  const { code, stdout } = await folder.telecrm(['sandbox', '--port', '0'], {
    signal: controller.signal,
    onOutput: (text) => text.includes('export TELECRM_ENTERPRISE_ID') && controller.abort(),
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^The workspace of telecrm\.workspace\.json is listening on http:\/\/127\.0\.0\.1:\d+\n/,
  );
  expect(stdout).toContain('export TELECRM_ENTERPRISE_ID=ent_mine\n');
});

it.each([
  [['--port', '99999'], 'It must be a port from 0 to 65535.'],
  [['--host', '203.0.113.1', '--port', '0'], '203.0.113.1 is not an address of this machine'],
])('rejects %j as misuse', async (args, message) => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', workspace);
  const { code, stderr } = await folder.telecrm(['sandbox', ...args]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
});
