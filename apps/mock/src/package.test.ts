import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { expect, it } from 'vitest';

// The published package is the build, so these tests use dist/.
const root = new URL('../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const node = (...args: string[]) =>
  promisify(execFile)(process.execPath, args, { cwd: fileURLToPath(root) });

it('has a command that runs with plain Node', async () => {
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

it('names the required Node version in one sentence on an older Node', async () => {
  const program = `
    Object.defineProperty(process.versions, 'node', { value: '22.17.1' });
    require('./${manifest.bin['telecrm-mock']}');
  `;
  const { code, stdout, stderr } = await node('--eval', program).catch((failed) => failed);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe(
    'telecrm-mock: this is Node 22.17.1, and the sandbox needs Node 22.18 or newer: install a newer Node\n',
  );
});

it('begins with a file that old engines can parse', async () => {
  const text = readFileSync(new URL(manifest.bin['telecrm-mock'], root), 'utf8');
  // Modules are imported only at the end, after the check; everything before is ES5.
  const { warnings } = await transform(text.replace(/import\(.*\)/, '0'), { target: 'es5' });
  expect(warnings).toEqual([]);
});

it('lists the bundled packages with their licenses', () => {
  const licenses = readFileSync(new URL('dist/THIRD-PARTY-LICENSES.txt', root), 'utf8');
  for (const name of ['@stoplight/prism-http', 'libphonenumber-js', 'valibot']) {
    expect(licenses).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
  }
  expect(licenses.split('-'.repeat(80)).length).toBeGreaterThan(50);
  expect(Object.keys(manifest.dependencies)).toEqual(['@telecrm/sandbox']);
});
