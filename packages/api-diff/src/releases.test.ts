import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changesSince, releasesOf } from './releases.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'telecrm-releases-'));
  git('init', '--quiet', '--initial-branch=main');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...args: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...who, ...args], { cwd: root, stdio: 'pipe' });
}

/** Writes an API with one operation at each of these paths. */
function describe(api: string, paths: Record<string, object>): void {
  const file = join(root, 'spec', api, 'openapi.yaml');
  mkdirSync(dirname(file), { recursive: true });
  const operations = Object.entries(paths).map(([path, more]) => [
    path,
    { get: { responses: { 200: { description: 'Done.' } }, ...more } },
  ]);
  const document = { openapi: '3.1.0', info: { title: 'Things', version: '0.0.0' } };
  // JSON is valid YAML.
  writeFileSync(file, JSON.stringify({ ...document, paths: Object.fromEntries(operations) }));
}

function release(...versions: string[]): void {
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '--message=Release');
  for (const version of versions) git('tag', `@telecrm/spec@${version}`);
}

it('lists only the releases of the spec, in the order of their versions', async () => {
  describe('sync', { '/a': {} });
  release('10.0.0', '9.1.0', '10.0.0-next.1');
  git('tag', '@telecrm/client@11.0.0');
  expect(await releasesOf(root)).toEqual(
    ['9.1.0', '10.0.0-next.1', '10.0.0'].map((version) => ({
      tag: `@telecrm/spec@${version}`,
      version,
    })),
  );
});

it('does not list a release on another branch', async () => {
  release('1.0.0');
  git('checkout', '--quiet', '-b', 'other');
  release('2.0.0');
  git('checkout', '--quiet', 'main');
  expect((await releasesOf(root)).map(({ version }) => version)).toEqual(['1.0.0']);
});

it('fails without a repository', async () => {
  await expect(releasesOf(join(root, '..'))).rejects.toThrow('git');
});

it('lists the changes after each release, up to the working tree', async () => {
  describe('async', { '/x': {} });
  describe('sync', { '/a': {}, '/b/{id}': {} });
  release('1.0.0');
  const parameter = { name: 'shade', in: 'query', schema: { type: 'string' } };
  describe('sync', { '/a': { parameters: [parameter] }, '/b/{id}': {} });
  release('1.1.0');
  describe('sync', { '/a': { parameters: [parameter], summary: 'A thing' } });
  const [first, second] = await changesSince(await releasesOf(root), root);
  expect(first).toEqual([
    {
      api: 'sync',
      impact: 'minor',
      where: 'GET /a',
      what: 'added parameters',
      reason: '',
    },
  ]);
  expect(second).toHaveLength(2);
  expect(second).toContainEqual({
    api: 'sync',
    impact: 'major',
    where: '/b/{id}',
    what: 'removed',
    reason: 'Path `/b/{id}` was removed.',
  });
  expect(second).toContainEqual({
    api: 'sync',
    impact: 'patch',
    where: 'GET /a',
    what: 'modified summary',
    reason: '',
  });
});

it('lists a new API and a removed one', async () => {
  describe('async', { '/x': {} });
  release('1.0.0');
  rmSync(join(root, 'spec/async'), { recursive: true });
  describe('sync', { '/a': {} });
  const whole = { where: 'the document', reason: '' };
  expect(await changesSince(await releasesOf(root), root)).toEqual([
    [
      { ...whole, api: 'async', impact: 'major', what: 'removed' },
      { ...whole, api: 'sync', impact: 'minor', what: 'added' },
    ],
  ]);
});

it('reports the problem with a description that cannot be bundled', async () => {
  describe('sync', { '/a': {} });
  release('1.0.0');
  describe('sync', { '/a': { responses: { $ref: 'gone.yaml' } } });
  await expect(changesSince(await releasesOf(root), root)).rejects.toThrow('gone.yaml');
});
