import { expect, it } from 'vitest';
import { historyEntry, inconsistencies, type Run, withDigest } from './results.ts';
import { summary } from './summary.ts';

const runWith = (ours: number): Run => ({
  date: '2026-11-20',
  machine: { cores: 2, memoryGB: 8, node: '24.21.0' },
  sections: [
    {
      name: 'Client',
      rows: [
        {
          name: 'one call',
          unit: 'µs',
          ours,
          peers: [],
          bars: [
            { at: 'max', value: 120 },
            { at: 'min', value: 1 },
          ],
        },
      ],
    },
  ],
});
const green = withDigest(runWith(119.98765));
const red = withDigest(runWith(121));

it('adds one line per run to the history: its figures and the missed bars', () => {
  expect(historyEntry(green)).toEqual({
    date: '2026-11-20',
    digest: green.digest,
    missed: [],
    figures: { 'Client: one call': 120 },
  });
  expect(historyEntry(red).missed).toEqual(['Client: one call']);
});

it('accepts results that are the last run of the history, whether or not all bars were reached', () => {
  expect(inconsistencies(green, [historyEntry(red), historyEntry(green)])).toEqual([]);
  expect(inconsistencies(red, [historyEntry(green), historyEntry(red)])).toEqual([]);
});

it('detects an edited figure, even if the history was edited, too', () => {
  const edited = { ...green, ...runWith(90) };
  expect(inconsistencies(edited, [historyEntry(edited)])).toEqual([
    'results.json was changed after its run: its digest does not match',
  ]);
});

it('detects a history that ends with another run, or is empty', () => {
  const problem = ['the last entry of history.jsonl is not the run of results.json'];
  expect(inconsistencies(green, [historyEntry(green), historyEntry(red)])).toEqual(problem);
  expect(inconsistencies(green, [])).toEqual(problem);
});

it('reports the number of runs, and whether the last run met all bars', () => {
  const text = summary(red, [historyEntry(green), historyEntry(red)]);
  expect(text).toContain('Runs recorded: 2, of which 1 met every bar.');
  expect(text).toContain('In the last run, shown below, 1 row missed a bar.');
  expect(summary(green, [historyEntry(green)])).toContain('all 2 bars were met');
  const worse = withDigest({ ...red, sections: [...red.sections, ...red.sections] });
  expect(summary(worse, [])).toContain('2 rows missed a bar');
});
