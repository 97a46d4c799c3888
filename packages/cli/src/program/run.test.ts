import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createTestFolder } from '../testing/cli.ts';
import { exitCodes } from './exit-codes.ts';
import { run } from './run.ts';
import { version } from './version.ts';

it('lists the commands and the exit codes with --help', async () => {
  await using folder = await createTestFolder();
  const { code, stdout, stderr } = await folder.telecrm(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/types .*types for your workspace/);
  expect(stdout).toMatch(/3 {2}telecrm could not be reached/);
});

it('prints the version with --version', async () => {
  await using folder = await createTestFolder();
  expect(await folder.telecrm(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
});

it.each([
  [['nonsense'], "unknown command 'nonsense'"],
  [['type'], 'Did you mean types?'],
  [['types', '--chekc'], "unknown option '--chekc'"],
  [['types', 'extra'], 'too many arguments'],
  [['types', '--out'], 'argument missing'],
])('rejects %j as misuse, and names the possible values', async (args, message) => {
  await using folder = await createTestFolder();
  const { code, stdout, stderr } = await folder.telecrm(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/\(see telecrm .*--help\)/);
});

it('prints a failure as one JSON object with --json, and also in words', async () => {
  await using folder = await createTestFolder();
  const { code, stdout, stderr } = await folder.telecrm(['types', '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    error: {
      problem: 'there is no telecrm.workspace.json',
      fix: expect.stringContaining('telecrm pull'),
    },
  });
  expect(stderr).toContain('error: there is no telecrm.workspace.json');
});

it.each([
  [['types', '--chekc', '--json'], "unknown option '--chekc'"],
  [['ingest', '--json'], "missing required argument 'file'"],
  [['ingest', 'x.csv', '--json', '--concurrency', 'x'], 'It must be a whole number'],
  [['nonsense', '--json'], "unknown command 'nonsense'"],
])('prints misuse as JSON, too, %j', async (args, problem) => {
  await using folder = await createTestFolder();
  const { code, stdout, stderr } = await folder.telecrm(args);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    ...{ ok: false, error: { problem: expect.stringContaining(problem) } },
  });
  expect(stderr).toContain(problem);
});

it('prints the help and counts as misuse without a command', async () => {
  await using folder = await createTestFolder();
  const { code, stderr } = await folder.telecrm([]);
  expect(code).toBe(2);
  expect(stderr).toContain('Usage: telecrm');
});

it('distinguishes an internal error from findings and misuse', async () => {
  const stream = () => new PassThrough();
  const broken = new PassThrough();
  broken.write = () => {
    throw new TypeError('nobody has thought of this');
  };
  const stderr = stream();
  const { signal } = new AbortController();
  const terminal = { stdin: stream(), stdout: broken, stderr, env: {}, cwd: '/', signal };
  expect(await run(['--version'], terminal)).toBe(70);
  expect(String(stderr.read())).toMatch(
    /^error: this is a bug in telecrm\nTypeError: nobody has thought of this\n {4}at /,
  );
});

it('documents its exit codes in the help and the README', async () => {
  await using folder = await createTestFolder();
  const { stdout } = await folder.telecrm(['--help']);
  const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8');
  for (const code of Object.values(exitCodes)) {
    expect(stdout).toMatch(new RegExp(`^ {2}(?:\\d+, )*${code}\\b`, 'm'));
    expect(readme).toMatch(new RegExp(`^\\| .*\`${code}\``, 'm'));
  }
});

it('exits with 130 if a command is interrupted', async () => {
  await using folder = await createTestFolder();
  const signal = AbortSignal.abort();
  expect(await folder.telecrm(['types'], { signal })).toMatchObject({ code: 130, stdout: '' });
  const json = await folder.telecrm(['types', '--json'], { signal });
  expect(JSON.parse(json.stdout)).toEqual({ ok: false, error: { problem: 'interrupted' } });
});
