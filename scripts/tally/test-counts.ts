import { readFileSync, writeFileSync } from 'node:fs';
import type { Report } from './reports.ts';

/** The committed minimum number of tests, by suite and file. */
export type TestCounts = Record<string, Record<string, number>>;

/** The path of the committed counts. */
export const testCountsFile = 'scripts/tally/test-counts.json';

export function readTestCounts(file = testCountsFile): TestCounts {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Files with fewer tests than recorded, and missing suites. A suite without a report is reported elsewhere. */
export function lostTests(reports: readonly Report[], committed: TestCounts): string[] {
  return Object.entries(committed).flatMap(([task, files]) => {
    const report = reports.find((report) => report.task === task);
    if (!report) return [`${task}: the suite is gone, ${testCountsFile} has its tests`];
    const { counts } = report;
    if (!counts) return [];
    return Object.entries(files)
      .filter(([file, expected]) => (counts.files[file] ?? 0) < expected)
      .map(
        ([file, expected]) =>
          `${task}: ${file} has ${counts.files[file] ?? 'no'} tests, ${testCountsFile} says ${expected}`,
      );
  });
}

/** The number of tests that ran but are not recorded, so that their loss would not be detected. */
export function newTests(reports: readonly Report[], committed: TestCounts): number {
  return reports
    .flatMap(({ task, counts }) =>
      Object.entries(counts?.files ?? {}).map(
        ([file, count]) => count - (committed[task]?.[file] ?? 0),
      ),
    )
    .filter((more) => more > 0)
    .reduce((sum, more) => sum + more, 0);
}

/** Updates the counts of all suites that have a report; the other counts are not changed. */
export function recordTestCounts(reports: readonly Report[], file = testCountsFile): void {
  const committed = readTestCounts(file);
  const counts = reports.map(({ task, counts }): [string, Record<string, number>] => [
    task,
    counts?.files ?? committed[task] ?? {},
  ]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(counts), null, 2)}\n`);
}
