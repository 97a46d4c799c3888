import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Report } from './reports.ts';
import { lostTests, newTests, readTestCounts, recordTestCounts } from './test-counts.ts';

const reportOf = (task: string, files: Record<string, number>): Report => ({
  task,
  counts: { passed: 0, failures: [], skipped: [], files },
});
const committed = { 'a#test': { 'x.test.ts': 3, 'y.test.ts': 2 } };

it('finds no missing tests if each file has at least its number of tests', () => {
  const reports = [reportOf('a#test', { 'x.test.ts': 4, 'y.test.ts': 2, 'z.test.ts': 1 })];
  expect(lostTests(reports, committed)).toEqual([]);
  expect(newTests(reports, committed)).toBe(2);
});

it('names a missing file, even if others have more tests', () => {
  expect(lostTests([reportOf('a#test', { 'x.test.ts': 9 })], committed)).toEqual([
    'a#test: y.test.ts has no tests, scripts/tally/test-counts.json says 2',
  ]);
});

it('names a file with fewer tests', () => {
  const reports = [reportOf('a#test', { 'x.test.ts': 2, 'y.test.ts': 2 })];
  expect(lostTests(reports, committed)).toEqual([
    'a#test: x.test.ts has 2 tests, scripts/tally/test-counts.json says 3',
  ]);
});

it('names a suite without a package', () => {
  expect(lostTests([], committed)[0]).toContain('a#test: the suite is gone');
});

it('records the counts of the suites that ran, and does not change those of the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'telecrm-counts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'counts.json');
  writeFileSync(file, JSON.stringify({ ...committed, 'b#test': { 'x.test.ts': 1 }, gone: {} }));
  recordTestCounts(
    [reportOf('a#test', { 'x.test.ts': 1 }), { task: 'b#test', counts: undefined }],
    file,
  );
  expect(readTestCounts(file)).toEqual({
    'a#test': { 'x.test.ts': 1 },
    'b#test': { 'x.test.ts': 1 },
  });
});
