import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { quote, quoted } from './readme.ts';
import { missed, type Results } from './row.ts';
import { table } from './table.ts';

const readme = await readFile(new URL('../../../../README.md', import.meta.url), 'utf8');
const results: Results = JSON.parse(
  await readFile(new URL('../../results.json', import.meta.url), 'utf8'),
);

it('quotes in the README the table of the run whose results are kept', () => {
  expect(quoted(readme)).toBe(table(results));
});

it('quotes a whole run that reached every bar', () => {
  expect(results.sections.map(({ name }) => name)).toEqual([
    ...['Client', 'Sandbox', 'Docs', 'Pipeline'],
  ]);
  for (const { name, rows } of results.sections) {
    expect(
      rows.flatMap(({ bars }) => bars),
      name,
    ).not.toEqual([]);
  }
  expect(missed(results)).toEqual([]);
});

it('replaces what stands between the comments, and nothing else', () => {
  const text = 'before\n<!-- bench -->\n\nold\n\n<!-- /bench -->\nafter';
  const replaced = quote(text, 'new');
  expect(quoted(replaced)).toBe('new');
  expect(replaced).toBe(text.replace('old', 'new'));
});

it.each(['none', '<!-- /bench --> <!-- bench -->'])(
  'refuses a README without the comments: %s',
  (text) => {
    expect(() => quote(text, 'new')).toThrow('<!-- bench -->');
  },
);
