import { readFile } from 'node:fs/promises';
import { bundlePath } from '@telecrm/spec/files';
import type { OpenAPI3 } from 'openapi-typescript';
import { expect, test } from 'vitest';
import { documentedErrors } from '../scripts/documented-errors.ts';
import { operationsOf } from '../scripts/operations.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const errors = await readFile(new URL('../src/error.ts', import.meta.url), 'utf8');

test('the table of errors has every code of the spec with its status, and of the client', async () => {
  const documented = new Set<string>();
  for (const api of ['sync', 'async'] as const) {
    const document: OpenAPI3 = JSON.parse(await readFile(bundlePath(api, 'json'), 'utf8'));
    for (const { source } of operationsOf(document)) {
      for (const [status, code] of documentedErrors(document, source)) {
        documented.add(`${code} ${status}`);
      }
    }
  }
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (\S+) +\|/gm)];
  const own = [...errors.matchAll(/^ {2}\| '([A-Z_]+)'/gm)].map(([, code]) => code ?? '');
  const ofApi = rows.filter(([, code]) => !own.includes(code ?? ''));
  expect(ofApi.map(([, code, status]) => `${code} ${status}`).sort()).toEqual(
    [...documented].sort(),
  );
  expect(own.filter((code) => !rows.some((row) => row[1] === code))).toEqual([]);
  expect(own.length).toBeGreaterThan(5);
});
