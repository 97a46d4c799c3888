import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createTestFolder, type TestFolder } from '../testing/cli.ts';

const bin = join(import.meta.dirname, '../../bin/telecrm.cjs');
const lost = '{"fields":{"phone":"12"}}\n';

/** Starts a check of stdin, and waits until it has printed its first finding. */
async function startCheck(folder: TestFolder, ...args: string[]) {
  await folder.write('telecrm.workspace.json', {});
  const child = spawn(process.execPath, [bin, 'check', '-', '--input', 'ndjson', ...args], {
    cwd: folder.path,
  });
  child.stdin.write(lost);
  // The reader of a pipe gets the rows in chunks.
  const [first] = await once(child.stdout, 'data');
  return { child, first: String(first) };
}

async function codeOf(child: ChildProcessWithoutNullStreams): Promise<number> {
  const [code] = await once(child, 'exit');
  return code;
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('completes its JSON after %s, and exits with %s', async (signal, code) => {
  await using folder = await createTestFolder();
  const { child, first } = await startCheck(folder, '--json');
  const [rest, exit] = await Promise.all([text(child.stdout), codeOf(child), child.kill(signal)]);
  expect(exit).toBe(code);
  expect(JSON.parse(first + rest)).toMatchObject({
    ...{ ok: false, payloads: 1, lost: 1, results: [{ line: 1 }] },
    error: { problem: expect.stringMatching(/interrupted|terminated|closed/) },
  });
});

it('exits with 141 if the reader of its output ends', async () => {
  await using folder = await createTestFolder();
  const { child } = await startCheck(folder);
  child.stdout.destroy();
  const exit = codeOf(child);
  // It notices when it writes again.
  child.stdin.on('error', () => undefined);
  child.stdin.write(lost.repeat(1000));
  const errors = text(child.stderr);
  expect(await exit).toBe(141);
  expect(await errors).toBe('');
});

it('reports that its output cannot be written', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', {});
  // A device that is always full.
  await using full = await open('/dev/full', 'w');
  const child = spawn(process.execPath, [bin, 'types', '--check'], {
    ...{ cwd: folder.path, stdio: ['ignore', full.fd, 'pipe'] },
  });
  const errors: string[] = [];
  child.stderr?.on('data', (chunk) => errors.push(String(chunk)));
  const [code] = await once(child, 'close');
  expect(code).toBe(2);
  expect(errors.join('')).toBe('error: the output cannot be written (ENOSPC)\n');
});
