import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { smallSource } from '../../test/small-bundles.ts';
import { readApi } from './api.ts';
import { curl, firstCall } from './curl.ts';

async function small(slug: 'sync' | 'async') {
  return readApi(slug, (await smallSource()).bundles[slug].json);
}

test('a shell hands curl exactly what was meant, apostrophes included', async () => {
  const api = await small('async');
  const script = `curl() { printf '%s\\n' "$@"; }\n${curl(api, firstCall(api))}`;
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trim().split('\n')).toEqual([
    '-X',
    'POST',
    'http://127.0.0.1:4010/enterprise/ent_sandbox/note',
    '-H',
    'Authorization: Bearer sandbox-async-token',
    '-H',
    'Content-Type: application/json',
    '-d',
    `"it's"`,
  ]);
});

test('the first call is a write on Async and a read on Sync', async () => {
  expect(firstCall(await small('async')).id).toBe('addNote');
  expect(firstCall(await small('sync')).id).toBe('listNotes');
});

test('an API whose every operation needs an ID has no first call', async () => {
  const api = await small('sync');
  const operations = api.operations.map((operation) => ({ ...operation, path: '/{leadId}' }));
  expect(() => firstCall({ ...api, operations })).toThrow('no operation of Small sync');
});
