import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { buildSite } from '../../src/build/site.ts';
import { copySpec } from '../fixtures/copy-spec.ts';
import { smallGuide, smallSource } from '../fixtures/small-source.ts';

/** Runs the first step of the spec's build on a copy of the spec in which `text` is replaced. */
async function buildWith(file: string, text: string, replacement: string) {
  const copy = await copySpec();
  const before = await readFile(join(copy, file), 'utf8');
  expect(before).toContain(text);
  await writeFile(join(copy, file), before.replace(text, replacement));
  const line = before.slice(0, before.indexOf(text)).split('\n').length;
  const { build } = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8')).scripts;
  const [first = ''] = String(build).split(' && ');
  const result = await promisify(execFile)('sh', ['-c', first], { cwd: copy }).then(
    () => ({ code: 0, stderr: '' }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  );
  return { ...result, line };
}

const lead = 'sync/paths/leads/lead.yaml';

it.each([
  [
    'a guide that links to a missing operation',
    'guides/errors.md',
    '(operation:',
    '(operation:un',
    'no such operation',
  ],
  [
    'a guide that links to a missing guide',
    'guides/quickstart.md',
    '(pitfalls.md)',
    '(pitfall.md)',
    'no such guide',
  ],
  [
    'a sample in an unknown language',
    'guides/dates.md',
    '```bash',
    '```brainfog',
    'unknown language',
  ],
  [
    'a missing description',
    lead,
    'description: The lead, with the first',
    'x-was: The lead, with the first',
    'description',
  ],
  [
    'a request example that does not match its schema',
    lead,
    'deal_size: 1000',
    'deal_size: { amount: 1000 }',
    'deal_size',
  ],
  [
    'a response example that does not match its schema',
    lead,
    'remark: Email is invalid',
    'remark: 17',
    'string',
  ],
])('%s stops the build with file, line and reason', async (_, file, text, replacement, reason) => {
  const { code, stderr, line } = await buildWith(file, text, replacement);
  expect(code).toBe(1);
  const problem = stderr.split('\n').find((it) => it.includes(reason)) ?? stderr;
  expect(problem).toContain(`${file}:`);
  expect(problem).toContain(reason);
  const reported = Number(problem.match(/:(\d+) /)?.[1]);
  expect(Math.abs(reported - line)).toBeLessThanOrEqual(2);
});

it.each([
  [
    'links to a missing operation',
    '[x](operation:gone)',
    'guides/notes.md: operation:gone leads nowhere',
  ],
  ['has a code block in an unknown language', '```cobol\nx\n```', 'unknown code language: cobol'],
])('a guide that %s stops the site build, too', async (_, markdown, message) => {
  const guides = JSON.stringify([{ ...smallGuide, markdown }]);
  await expect(buildSite(await smallSource({ guides }))).rejects.toThrow(message);
});
