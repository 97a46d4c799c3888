import { readdir, stat } from 'node:fs/promises';
import type { SandboxWorkspace } from '@telecrm/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestFolder } from '../testing/cli.ts';
import { setUpIngest } from '../testing/ingest.ts';
import { createTestSandbox, type TestSandbox } from '../testing/sandbox.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await createTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const setUp = () => setUpIngest(sandbox);

/** The files of a folder after an ingestion that was rejected: nothing was sent, and nothing written. */
async function expectNothingDone(folder: TestFolder, workspace: SandboxWorkspace) {
  expect(await workspace.summary()).toMatchObject({ requests: 0 });
  const files = await readdir(folder.path);
  expect(files.toSorted()).toEqual(['leads.csv', 'telecrm.workspace.json']);
}

it.each(['--journal', '--failed', '--mapping'])(
  'rejects a %s that cannot be written before it sends or writes anything',
  async (option) => {
    const { folder, workspace, ingest } = await setUp();
    await using _ = folder;
    await folder.write('leads.csv', 'No\n919999999991\n');
    const base = ['leads.csv', '--map', 'No=phone', option];
    const missing = await ingest(...base, 'no/such/file');
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toBe(
      'error: no/such/file cannot be written (ENOENT)\nIts folder does not exist: create it first, or use another name.\n',
    );
    const directory = await ingest(...base, '.');
    expect(directory).toMatchObject({ code: 2, stdout: '' });
    expect(directory.stderr).toMatch(
      /^error: \. cannot be \w+ \(EISDIR\)\nIt is a directory: pass/,
    );
    await expectNothingDone(folder, workspace);
  },
);

it.each([
  ['--failed', 'leads.csv', 'leads.csv'],
  ['--failed', './telecrm.workspace.json', 'telecrm.workspace.json'],
  ['--journal', 'leads.failed.csv', '--journal leads.failed.csv'],
  ['--mapping', 'leads.csv', 'leads.csv'],
])('rejects %s %s, which would overwrite %s', async (option, name, other) => {
  const { folder, workspace, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'phone\n12\n');
  const { code, stderr } = await ingest('leads.csv', option, name);
  expect(code).toBe(2);
  expect(stderr).toContain(` is the same file as ${other}\n`);
  await expectNothingDone(folder, workspace);
});

it('removes a file of failed rows once there are none, and no other file', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'phone\n919999999991\n');
  await folder.write('leads.failed.csv', 'phone,telecrm_reason\n12,too short\n');
  await ingest('leads.csv');
  expect(await readdir(folder.path)).not.toContain('leads.failed.csv');
  await folder.write('notes.txt', 'keep me');
  await ingest('leads.csv', '--failed', 'notes.txt');
  expect(await folder.read('notes.txt')).toBe('keep me');
});

it('writes failed rows to a device without replacing it', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'phone\n12\n');
  expect(await ingest('leads.csv', '--failed', '/dev/null')).toMatchObject({ code: 1 });
  await folder.write('leads.csv', 'phone\n919999999991\n');
  const sent = await ingest('leads.csv', '--failed', '/dev/null', '--journal', 'other.journal');
  expect(sent).toMatchObject({ code: 0 });
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
});

it('prints the summary even if the failed rows cannot be written', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'phone\n919999999991\n12\n');
  // A device that is always full.
  const { code, stdout, stderr } = await ingest('leads.csv', '--failed', '/dev/full', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ ok: false, rows: 2, queued: 1, failed: 1, open: 0 },
    error: { problem: '/dev/full cannot be written (ENOSPC)' },
  });
  expect(stderr).toContain('The disk is full');
});
