import type { Report } from './reports.ts';

/** The figures of the closing line, and one line for each thing that failed. */
export type Tally = { passed: number; failed: number; complaints: string[] };

/** Adds up what the suites reported; whatever else went wrong counts as one failure each. */
export function tally(
  reports: Report[],
  summary: { failedTasks: string[] } | undefined,
  exitCode: number,
): Tally {
  const complaints: string[] = [];
  const accused = new Set<string>();
  let passed = 0;
  for (const { task, counts } of reports) {
    passed += counts?.passed ?? 0;
    for (const failure of counts?.failures ?? []) complaints.push(`${task}: ${failure}`);
    if (!counts) complaints.push(`${task}: left no report`);
    if (!counts || counts.failed > 0) accused.add(task);
  }
  for (const task of summary?.failedTasks ?? []) {
    if (!accused.has(task)) complaints.push(task);
  }
  if (!summary) complaints.push('turbo: did not run its tasks');
  if (exitCode !== 0 && complaints.length === 0) complaints.push(`turbo: exit code ${exitCode}`);
  return { passed, failed: complaints.length, complaints };
}
