import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { version } from './program/version.ts';

const run = promisify(execFile);
const bin = join(import.meta.dirname, '../bin/telecrm.cjs');

it('runs the built program', async () => {
  const { stdout } = await run(process.execPath, [bin, '--version']);
  expect(stdout).toBe(`${version}\n`);
});

it('exits with the exit code of the command', async () => {
  const failed = await run(process.execPath, [bin, 'nonsense']).catch((error) => error);
  expect(failed).toMatchObject({ code: 2 });
});

it('exits with 9 if Node itself cannot read the file of --env-file', async () => {
  // Node examines this option even after the name of a program.
  const args = [bin, 'doctor', '--env-file', 'missing.env'];
  const failed = await run(process.execPath, args).catch((error) => error);
  expect(failed).toMatchObject({ code: 9, stderr: expect.stringContaining('missing.env') });
});

it.each(['4.9.1', '18.20.0', '22.17.1'])('names the required Node version on Node %s', (node) => {
  const written: string[] = [];
  const old = {
    versions: { node },
    version: `v${node}`,
    stderr: { write: (text: string) => written.push(text) },
    exitCode: 0,
  };
  const source = readFileSync(bin, 'utf8')
    .replace(/^#!.*/, '')
    .replace(/import\(/, 'load(');
  const load = () => {
    throw new Error('it must not get this far');
  };
  runInNewContext(source, { process: old, load });
  expect(written).toEqual([`telecrm needs Node 22.18 or newer; this is v${node}.\n`]);
  expect(old.exitCode).toBe(2);
});

it('uses only syntax that any Node can parse', () => {
  expect(readFileSync(bin, 'utf8')).not.toMatch(/=>|\bconst\b|\blet\b|`|\?\?|\?\./);
});
