import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

// What is published is the build, so that this is tried on dist/.
const root = new URL('../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const node = (...args: string[]) =>
  promisify(execFile)(process.execPath, args, { cwd: fileURLToPath(root) });

it('has a command that plain Node runs', async () => {
  const { stdout } = await node(manifest.bin['telecrm-mock'], '--version');
  expect(stdout).toBe(`${manifest.version}\n`);
});

it('can be imported by its name', async () => {
  const program = `
    import { startMock } from '@telecrm/mock';
    const mock = await startMock();
    const { enterpriseId, syncToken } = mock.workspace;
    const headers = { Authorization: 'Bearer ' + syncToken };
    const url = mock.baseUrls.sync + '/enterprise/' + enterpriseId + '/metadata';
    console.log((await fetch(url, { headers })).status);
    await mock.close();
  `;
  const { stdout, stderr } = await node('--input-type=module', '--eval', program);
  expect([stdout, stderr]).toEqual(['200\n', '']);
});
