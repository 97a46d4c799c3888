/** `pnpm test`: runs build, lint, types and every test of the repository, and sums them up in the last line. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { readReports, removeReports } from './tally/reports.ts';
import { readSummary, summaries } from './tally/summary.ts';
import { tally } from './tally/tally.ts';
import { lostTests, newTests, readTestCounts } from './tally/test-counts.ts';
import { turbo } from './turbo.ts';

const tasks = ['build', 'lint', 'typecheck', 'test'];
const rootTasks = [
  'lint:code',
  'lint:unused',
  'lint:secrets',
  'check:dependencies',
  'typecheck:scripts',
  'test:scripts',
  'api:diff',
];

// Reports of earlier runs must not be counted; turbo restores those of cached tasks.
removeReports('.');
rmSync(summaries, { recursive: true, force: true });

// The suites start hundreds of Node processes, most of which load the same modules.
process.env.NODE_COMPILE_CACHE ??= resolve('reports/compile-cache');

const run = turbo([
  ...tasks,
  ...rootTasks.map((task) => `//#${task}`),
  '--continue=dependencies-successful',
  // Suites often wait for servers, browsers and timers: two for each core keep the cores busy.
  '--concurrency=200%',
  '--summarize',
]);
process.once('SIGINT', run.stop).once('SIGTERM', run.stop);
const { exitCode } = await run.done;

const reports = readReports('.');
const committed = readTestCounts();
const { passed, failed, failures } = tally({
  reports,
  summary: readSummary(),
  exitCode,
  lostTests: lostTests(reports, committed),
});
const uncounted = newTests(reports, committed);
if (uncounted > 0) console.log(`\n${uncounted} new tests: \`pnpm test:count\` records them.`);
if (failures.length > 0)
  console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
