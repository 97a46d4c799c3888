import type { Report } from './reports.ts';

/** The figures of the last line, and one line for each failure. */
export interface Tally {
  passed: number;
  failed: number;
  failures: string[];
}

/** The output of one run. */
export interface RunOutcome {
  reports: Report[];
  /** The failed tasks of turbo; `undefined` if turbo did not run. */
  summary: { failedTasks: string[] } | undefined;
  exitCode: number;
  /** Missing tests, one line each. */
  lostTests: string[];
}

/** Sums up the reports of the suites; each other problem counts as one failure. */
export function tally({ reports, summary, exitCode, lostTests }: RunOutcome): Tally {
  const failures: string[] = [];
  const failedSuites = new Set<string>();
  let passed = 0;
  for (const { task, counts } of reports) {
    passed += counts?.passed ?? 0;
    for (const failure of counts?.failures ?? []) failures.push(`${task}: ${failure}`);
    for (const skipped of counts?.skipped ?? []) failures.push(`${task}: skipped: ${skipped}`);
    if (!counts) failures.push(`${task}: left no report`);
    if (!counts || counts.failures.length > 0) failedSuites.add(task);
  }
  for (const task of summary?.failedTasks ?? []) {
    if (!failedSuites.has(task)) failures.push(task);
  }
  failures.push(...lostTests);
  if (!summary) failures.push('turbo: did not run its tasks');
  if (exitCode !== 0 && failures.length === 0) failures.push(`turbo: exit code ${exitCode}`);
  return { passed, failed: failures.length, failures };
}
