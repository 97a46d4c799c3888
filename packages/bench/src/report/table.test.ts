import { expect, it } from 'vitest';
import type { Run } from './results.ts';
import { isReached, missedRows, type Row, ratio } from './row.ts';
import { table as aligned } from './table.ts';

/** Removes the spaces that only align columns. */
const table = (run: Run) => aligned(run).replace(/ {2,}/g, ' ');

const row = (more: Partial<Row>): Row => ({
  name: 'one call',
  unit: 'µs',
  ours: 120,
  bars: [],
  peers: [{ name: 'fetch', figure: 100 }],
  ...more,
});
const runOf = (...rows: Row[]): Run => ({
  date: '2026-11-20',
  machine: { cores: 2, memoryGB: 8, node: '24.21.0' },
  sections: [{ name: 'Client', rows }],
});

it("shows the ratio of a figure to each peer's", () => {
  const peers = [
    { name: 'fetch', figure: 100 },
    { name: 'slow', figure: 12_000 },
  ];
  expect(table(runOf(row({ peers })))).toContain(
    '| one call | 120 µs | 1.2 × fetch · 0.01 × slow | |',
  );
});

it('is aligned, so that formatters do not change it', () => {
  const text = aligned(runOf(row({}), row({ name: 'a longer name', ours: 1_234 })));
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
});

it('names the machine and the date', () => {
  expect(table(runOf())).toMatch(/^2 cores, 8 GB of memory, Node 24\.21\.0, 2026-11-20\.\n/);
});

it('has one footnote for each different note', () => {
  const peers = [{ name: 'Scalar', figure: null, note: 'Scalar responds with 422.' }];
  const text = table(runOf(row({ peers }), row({ peers, note: 'Half as many.' })));
  expect(text).toContain('| one call | 120 µs | – × Scalar<sup>1</sup> |');
  expect(text).toContain('| one call<sup>2</sup> | 120 µs | – × Scalar<sup>1</sup> |');
  expect(text.split('\n').slice(-2)).toEqual(['1. Scalar responds with 422.', '2. Half as many.']);
});

it('counts a bar as reached at the limit itself', () => {
  const limit = { at: 'max', value: 1.2, of: 'fetch' } as const;
  expect(isReached(row({}), limit)).toBe(true);
  expect(isReached(row({ ours: 121 }), limit)).toBe(false);
  expect(isReached(row({}), { at: 'min', value: 120 })).toBe(true);
  expect(isReached(row({}), { at: 'min', value: 121 })).toBe(false);
});

it('counts a bar as missed if its peer has no figure', () => {
  const bar = { at: 'max', value: 1, of: 'fetch' } as const;
  const none = row({ peers: [{ name: 'fetch', figure: null }], bars: [bar] });
  expect(ratio(none, 'fetch')).toBeUndefined();
  expect(isReached(none, bar)).toBe(false);
  expect(missedRows(runOf(none).sections)).toEqual(['Client: one call']);
});

it('states for each bar whether it is reached', () => {
  const bars = [
    { at: 'max', value: 6500 },
    { at: 'min', value: 1.5, of: 'fetch' },
  ] as const;
  const text = table(runOf(row({ unit: 'B', bars: [...bars] })));
  expect(text).toContain('| ≤ 6,500 B ✓, ≥ 1.5 × fetch ✗ |');
});

it('rounds figures to about three digits', () => {
  const text = table(runOf(row({ ours: 9.876 }), row({ ours: 98.76 }), row({ ours: 9876.5 })));
  expect(text).toContain('| 9.88 µs |');
  expect(text).toContain('| 98.8 µs |');
  expect(text).toContain('| 9,877 µs |');
});
