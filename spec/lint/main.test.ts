import { spawn } from 'node:child_process';
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { copySample, type Edits } from './testing/lint-sample.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'telecrm-lint-main-'));
afterAll(() => rm(folder, { recursive: true }));

/** A spec folder that uses the sample for both APIs, and a copy of its root as the bundles. */
async function specFolder(name: string, edits: Edits): Promise<string> {
  const spec = join(folder, name);
  await copySample(spec, edits);
  for (const copy of ['async', 'dist'])
    await cp(join(spec, 'sync'), join(spec, copy), { recursive: true });
  for (const api of ['async', 'sync']) {
    await copyFile(join(spec, 'sync/openapi.yaml'), join(spec, `dist/${api}.yaml`));
  }
  return spec;
}

async function run(spec: string) {
  const child = spawn(process.execPath, [main, spec]);
  const closed = new Promise((resolve) => child.once('close', resolve));
  const [code, stdout, stderr] = await Promise.all([
    closed,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}

it('a spec without problems passes', async () => {
  expect(await run(await specFolder('good', {}))).toEqual({
    code: 0,
    stdout: '4 documents linted, 0 problems\n',
    stderr: '',
  });
});

it('findings and orphans are printed by file, and fail', async () => {
  const spec = await specFolder('bad', {
    'sync/paths/leads/lead_{leadId}.yaml#/get/summary': 'Get a lead.',
    'components/schemas/Unused.yaml': { description: 'Nobody needs it.' },
    'workflows/read.arazzo.yaml': { arazzo: '1.0.1' },
  });
  const { code, stdout, stderr } = await run(spec);
  expect(code).toBe(1);
  const lines = stderr.trim().split('\n');
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^sync\/paths\/leads\/lead_\{leadId\}\.yaml:6 #\/get\/summary rule\/operation-summary-style: Write/,
    ),
  );
  expect(lines).toContain(
    'components/schemas/Unused.yaml: nothing refers to this file; use it or remove it.',
  );
  expect(lines).toContainEqual(expect.stringMatching(/^workflows\/read\.arazzo\.yaml:1 /));
  expect(stdout).toBe(`5 documents linted, ${lines.length} problems\n`);
});

it('a missing bundle is reported', async () => {
  const spec = await specFolder('unbuilt', {});
  await rm(join(spec, 'dist/sync.yaml'));
  const { code, stderr } = await run(spec);
  expect(code).toBe(1);
  expect(stderr).toContain('dist/sync.yaml');
});
