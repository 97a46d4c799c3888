import { readFile } from 'node:fs/promises';
import { apis } from '@telecrm/spec/model';
import { expect, it } from 'vitest';
import { documentedErrors } from '../scripts/documented-errors.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const errors = await readFile(new URL('../src/errors/telecrm-error.ts', import.meta.url), 'utf8');

it('the table of errors has every code of the spec with its status, and every code of the client', async () => {
  const documented = new Set<string>();
  const { sync, async } = apis();
  for (const operation of [...sync.operations, ...async.operations]) {
    for (const [status, codes] of Object.entries(documentedErrors(operation))) {
      for (const code of codes) documented.add(`${code} ${status}`);
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
