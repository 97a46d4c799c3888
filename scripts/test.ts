import { rmSync } from 'node:fs';
import { readReports, removeReports } from './tally/reports.ts';
import { readSummary, summaries } from './tally/summary.ts';
import { tally } from './tally/tally.ts';
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

// What an earlier run left must not be counted; turbo brings back the reports of tasks it need not run again.
removeReports('.');
rmSync(summaries, { recursive: true, force: true });

const run = turbo([
  ...tasks,
  ...rootTasks.map((task) => `//#${task}`),
  '--continue=dependencies-successful',
  // Suites start servers, compilers and browsers: more at once only make each other late.
  '--concurrency=3',
  '--summarize',
]);
process.once('SIGINT', run.stop).once('SIGTERM', run.stop);
const { exitCode } = await run.done;

const { passed, failed, complaints } = tally(readReports('.'), readSummary(), exitCode);
if (complaints.length > 0) console.log(`\nFailed:\n${complaints.map((c) => `  ${c}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
