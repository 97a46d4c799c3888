import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { runtime } from './runtime.ts';

const require = createRequire(import.meta.url);
const packages = ['client', 'mock', 'sandbox', 'workspace'];

it.each(packages)('@telecrm/%s requires the oldest tested Node version', async (name) => {
  const { stdout } = await promisify(execFile)(runtime('node-22', 'bin/node'), ['--version']);
  const [, oldest] = /^v(\d+\.\d+)\./.exec(stdout) ?? [];
  expect(require(`@telecrm/${name}/package.json`).engines).toEqual({ node: `>=${oldest}` });
});
