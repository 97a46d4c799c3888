import { expect, it } from 'vitest';
import type { Measured } from './load.ts';
import type { Figures } from './measure.ts';
import { bars, report } from './report.ts';
import { kinds, phoneOf, requestOf } from './requests.ts';

const measured = (perSecond: number): Measured => ({
  ...{ requests: 100, perSecond, p50: 1, p99: 2, failures: 0 },
});
const figures = (perSecond: number, startUp: number): Figures => ({
  startUp,
  memory: 200,
  load: {
    'create lead': measured(perSecond),
    'get lead': measured(perSecond),
    'search by identifier': measured(perSecond),
  },
});
const results = (perSecond: number, startUp: number) => ({
  compared: { sandbox: figures(perSecond, startUp), prism: figures(1000, 800) },
  filled: { leads: 100_000, memory: 399, search: measured(3000) },
});

it('says which bars are reached and which are not', () => {
  expect(bars(results(1500, 800)).every(({ reached }) => reached)).toBe(true);
  expect(bars(results(1499, 801)).map(({ reached }) => reached)).toEqual([
    ...[false, false],
    ...[true, true],
  ]);
});

it('is a table with a ratio for each load', () => {
  const text = report(results(2000, 400));
  for (const kind of kinds) expect(text).toContain(`| ${kind}, requests/s | 2000 | 1000 | 2.00 |`);
  expect(text).toContain('| start-up to the first answer, ms | 400 | 800 | 0.50 |');
  expect(text).not.toContain('MISSED');
});

it('makes requests of which each creates another lead, and searches for those there are', () => {
  expect(phoneOf(7)).toBe('919800000007');
  expect(requestOf('create lead', '/base', 7, 1)).toContain(phoneOf(7));
  for (let number = 0; number < 100; number++) {
    const [phone = ''] = /9198\d{8}/.exec(requestOf('search by identifier', '', number, 10)) ?? [];
    expect(Number(phone.slice(4))).toBeLessThan(10);
  }
});
