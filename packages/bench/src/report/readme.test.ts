import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { quoted, replaceTable } from './readme.ts';
import { inconsistencies, type Results, readHistory } from './results.ts';
import { summary } from './summary.ts';

const readme = await readFile(new URL('../../../../README.md', import.meta.url), 'utf8');
const read = (name: string) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');
const results: Results = JSON.parse(await read('results.json'));
const history = readHistory(await read('history.jsonl'));

it('quotes the last recorded run in the README', () => {
  expect(quoted(readme)).toBe(summary(results, history));
});

it('has an unedited record of runs', () => {
  expect(inconsistencies(results, history)).toEqual([]);
});

it('has a whole run on record, with bars in every section', () => {
  const names = results.sections.map(({ name }) => name);
  expect(names).toEqual(['Client', 'Command line', 'Sandbox', 'Storage', 'Docs', 'Pipeline']);
  for (const { name, rows } of results.sections) {
    expect(
      rows.flatMap(({ bars }) => bars),
      name,
    ).not.toEqual([]);
  }
});

it('replaces only the text between the comments', () => {
  const text = 'before\n<!-- bench -->\n\nold\n\n<!-- /bench -->\nafter';
  const replaced = replaceTable(text, 'new');
  expect(quoted(replaced)).toBe('new');
  expect(replaced).toBe(text.replace('old', 'new'));
});

it.each(['none', '<!-- /bench --> <!-- bench -->'])(
  'rejects a README without the comments: %s',
  (text) => {
    expect(() => replaceTable(text, 'new')).toThrow('<!-- bench -->');
  },
);
