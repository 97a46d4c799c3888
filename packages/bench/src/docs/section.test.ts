import { expect, it } from 'vitest';
import { missedRows } from '../report/row.ts';
import type { Measured } from './measure.ts';
import { rowsOf } from './section.ts';
import type { Visit } from './visit.ts';

const visit = (more: Partial<Visit> = {}): Visit => ({
  bytes: 10_000,
  requests: 3,
  crossOrigin: 0,
  firstPaint: 90,
  largestPaint: 100,
  blocking: 0,
  ...more,
});
const page = (kind: Measured['kind'], first = visit(), second = visit()): Measured => ({
  path: `/${kind}/`,
  kind,
  api: 'sync',
  first,
  second,
  peer: {
    first: visit({ bytes: 700_000, largestPaint: 1000, crossOrigin: 2 }),
    second: visit({ bytes: 700_000 }),
  },
});
const good = [page('landing'), page('plain'), page('reference')];
const missedOf = (pages: Measured[]) => missedRows([{ name: 'Docs', rows: rowsOf(pages) }]);

it('reaches every bar if all pages are small, fast and request nothing from another origin', () => {
  expect(missedOf(good)).toEqual([]);
});

it('reports the worst page, however many good ones there are', () => {
  expect(missedOf([...good, page('plain', visit({ largestPaint: 501 }))])).toEqual([
    'Docs: worst of 2 operation and guide pages, largest contentful paint',
  ]);
});

it.each<[string, Measured]>([
  ['start page, bytes transferred', page('landing', visit({ bytes: 60_001 }))],
  [
    'worst of 2 operation and guide pages, bytes transferred',
    page('plain', visit({ bytes: 60_001 })),
  ],
  [
    'worst of 2 references, bytes transferred, first visit',
    page('reference', visit({ bytes: 700_001 })),
  ],
  [
    'worst of 2 references, bytes transferred, second visit',
    page('reference', visit(), visit({ bytes: 140_001 })),
  ],
  ['requests of any page to another origin', page('reference', visit(), visit({ crossOrigin: 1 }))],
])('misses the bar for the %s', (name, bad) => {
  const pages = bad.kind === 'landing' ? [bad, ...good.slice(1)] : [...good, bad];
  expect(missedOf(pages)).toEqual([`Docs: ${name}`]);
});
