import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setUpIngest } from '../../testing/ingest.ts';
import { createTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await createTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const setUp = () => setUpIngest(sandbox);

it('reads a file with tabs, by the usual name of that character', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'name, first\tphone\nJane\t919999999991\n');
  const args = ['leads.csv', '--dry-run', '--delimiter', '\\t', '--map', 'name, first=name'];
  expect(await ingest(...args)).toMatchObject({ code: 0, stdout: '1 row: 1 can be sent\n' });
});

it('rejects what can be read only once, and a loop of links, without opening it', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  const pipe = join(folder.path, 'pipe.csv');
  await promisify(execFile)('mkfifo', [pipe]);
  for (const [name, shown] of [
    ['pipe.csv', 'pipe.csv'],
    ['-', 'stdin'],
  ]) {
    const { code, stderr } = await ingest(String(name), '--dry-run');
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^error: ${shown} can be read only once\n.*to a file first`));
  }
  // The check reads a pipe once.
  const [checked] = await Promise.all([
    folder.telecrm(['check', 'pipe.csv']),
    writeFile(pipe, 'phone\n919999999991\n'),
  ]);
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('1 complete') });
  await symlink('loop.csv', join(folder.path, 'loop.csv'));
  expect(await ingest('loop.csv')).toMatchObject({
    ...{ code: 2 },
    stderr:
      'error: loop.csv cannot be read (ELOOP)\nIts symbolic links form a loop: pass the file itself.\n',
  });
});

it('stops if the file changes while it is sent, and prints what was sent', async () => {
  const { folder, env, workspace } = await setUp();
  await using _ = folder;
  // Larger than what is read ahead.
  const name = 'x'.repeat(5000);
  const rows = Array.from({ length: 300 }, (_, row) => `${919_000_000_000 + row},${name}`);
  await folder.write('leads.csv', ['phone,name', ...rows].join('\n'));
  const file = join(folder.path, 'leads.csv');
  const growing = createServer((request, response) => {
    appendFileSync(file, '\n919999999999');
    request.resume();
    response.setHeader('Content-Type', 'application/json').end('{"status":"QUEUED"}');
  }).listen(0, '127.0.0.1');
  await once(growing, 'listening');
  const { port } = growing.address() as AddressInfo;
  const url = { TELECRM_ASYNC_URL: `http://127.0.0.1:${port}` };
  const args = ['ingest', 'leads.csv', '--json'];
  const { code, stdout } = await folder.telecrm(args, { env: { ...env, ...url } });
  growing.close();
  expect(code).toBe(2);
  const { queued, open, error } = JSON.parse(stdout);
  expect(error.problem).toBe('leads.csv has changed while it was read');
  expect(queued).toBeGreaterThan(0);
  expect(open).toBe(300 - queued);
  expect(await workspace.summary()).toMatchObject({ requests: 0 });
});

it('names only the first of thousands of columns without a field', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  const columns = Array.from({ length: 3000 }, (_, index) => `c${index}`);
  await folder.write('leads.csv', `${columns.join(',')}\n`);
  const { stderr } = await ingest('leads.csv', '--dry-run');
  expect(stderr).toContain('“c19” and 2980 more\n');
  expect(stderr.length).toBeLessThan(2000);
  const mapped = await ingest('leads.csv', '--dry-run', '--map', 'none=phone');
  expect(mapped.stderr.length).toBeLessThan(2000);
});
