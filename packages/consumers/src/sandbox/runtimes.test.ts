/** A program that runs the whole sandbox in its own process, under every runtime from npm. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';
import { runtimes } from '../runtime.ts';

it.each(runtimes)('the sandbox runs under %s, without a server', async (_, executable, flags) => {
  const { stdout, stderr } = await promisify(execFile)(
    executable(),
    [...flags, 'sandbox-process.mjs'],
    { cwd: inject('consumer'), timeout: 60_000 },
  );
  expect([stdout, stderr]).toEqual(['919999999999\n', '']);
});
