import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCredentials } from '@telecrm/sandbox';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { killAll, runToEnd, startCommand } from '../testing/command.ts';

let folder: string;
const fileOf = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telecrm-mock-'));
});
afterEach(killAll);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('uses the workspace of a file with --workspace', async () => {
  const workspace = {
    enterpriseId: 'ent_mine',
    customFields: [{ apiName: 'city', type: 'dropdown', options: ['Pune'] }],
  };
  await writeFile(fileOf('w.json'), `\uFEFF${JSON.stringify(workspace)}`);
  const { url } = await startCommand('--port', '0', '--workspace', fileOf('w.json'));
  const path = '/autoupdate/v2/enterprise/ent_mine/custom-fields/city';
  const headers = { Authorization: `Bearer ${defaultCredentials.syncToken}` };
  const response = await fetch(url + path, { headers });
  expect(await response.json()).toMatchObject({ options: [{ label: 'Pune' }] });
});

it.each([
  ['nowhere.json', undefined, 'cannot be read (ENOENT)'],
  ['text.json', 'nonsense', 'is not JSON'],
  ['wrong.json', '{"customField":[]}', 'is invalid: workspace.customField is not known'],
])('rejects %s with %j', async (name, content, message) => {
  if (content !== undefined) await writeFile(fileOf(name), content);
  const { code, stdout, stderr } = await runToEnd('--port', '0', '--workspace', fileOf(name));
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(`telecrm-mock: ${fileOf(name)} ${message}`);
});

it('rejects --workspace without a name', async () => {
  expect(await runToEnd('--workspace', '')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--workspace needs the name of a file'),
  });
});
