import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { acceptBaseline, changesSinceBaseline } from './baseline.ts';

function repository() {
  const root = mkdtempSync(join(tmpdir(), 'telecrm-baseline-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const describe = (api: string, ...paths: string[]) => {
    const file = join(root, 'spec', api, 'openapi.yaml');
    mkdirSync(dirname(file), { recursive: true });
    const get = { responses: { 200: { description: 'Done.' } } };
    const info = { title: 'Things', version: '0.0.0' };
    const items = Object.fromEntries(paths.map((path) => [path, { get }]));
    // JSON is valid YAML.
    writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info, paths: items }));
  };
  return { root, describe };
}

it('reports every API as a change before a baseline exists', async () => {
  const { root, describe } = repository();
  describe('sync', '/a');
  expect(await changesSinceBaseline(root)).toMatchObject([{ api: 'sync', what: 'added' }]);
});

it('reports no change once the APIs have been accepted, and later changes after that', async () => {
  const { root, describe } = repository();
  describe('async', '/x');
  describe('sync', '/a', '/b');
  await acceptBaseline(root);
  expect(await changesSinceBaseline(root)).toEqual([]);
  describe('sync', '/a');
  const removed = { api: 'sync', impact: 'major', where: '/b', what: 'removed' };
  expect(await changesSinceBaseline(root)).toMatchObject([removed]);
});

it('drops a removed API from the baseline once the removal is accepted', async () => {
  const { root, describe } = repository();
  describe('async', '/x');
  describe('sync', '/a');
  await acceptBaseline(root);
  rmSync(join(root, 'spec/async'), { recursive: true });
  expect(await changesSinceBaseline(root)).toMatchObject([{ api: 'async', what: 'removed' }]);
  await acceptBaseline(root);
  expect(await changesSinceBaseline(root)).toEqual([]);
});
