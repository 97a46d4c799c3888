import { expect, it } from 'vitest';
import type { Report } from './reports.ts';
import { type RunOutcome, tally } from './tally.ts';

const suite = (task: string, more: Partial<Report['counts']> = {}): Report => ({
  task,
  counts: { passed: 3, failures: [], skipped: [], files: {}, ...more },
});
const good = suite('a#test');
const bad = suite('b#test', { passed: 1, failures: ['x breaks', 'y breaks'] });
const missing: Report = { task: 'c#test', counts: undefined };

const outcome = (more: Partial<RunOutcome>): RunOutcome => ({
  reports: [good],
  summary: { failedTasks: [] },
  exitCode: 0,
  lostTests: [],
  ...more,
});

it('sums up the passed and failed tests of all suites', () => {
  const summary = { failedTasks: ['b#test'] };
  expect(tally(outcome({ reports: [good, bad], summary, exitCode: 1 }))).toEqual({
    passed: 4,
    failed: 2,
    failures: ['b#test: x breaks', 'b#test: y breaks'],
  });
});

it('counts a suite without a report as a failure', () => {
  expect(tally(outcome({ reports: [good, missing] }))).toEqual({
    passed: 3,
    failed: 1,
    failures: ['c#test: left no report'],
  });
});

it('counts a skipped test as a failure', () => {
  const skipping = suite('b#test', { skipped: ['x can wait'] });
  expect(tally(outcome({ reports: [skipping] }))).toMatchObject({
    failed: 1,
    failures: ['b#test: skipped: x can wait'],
  });
});

it('counts a lost test as a failure', () => {
  expect(tally(outcome({ lostTests: ['a#test: x.test.ts has no tests'] }))).toMatchObject({
    failed: 1,
    failures: ['a#test: x.test.ts has no tests'],
  });
});

it.each([
  ['a task that is not a test', 'spec#lint'],
  ['a suite that fails though all its tests pass', 'a#test'],
])('counts %s once', (_, task) => {
  expect(tally(outcome({ summary: { failedTasks: [task] }, exitCode: 1 }))).toMatchObject({
    failed: 1,
    failures: [task],
  });
});

it('does not count a suite as passed that did not run because its build failed', () => {
  const summary = { failedTasks: ['c#build'] };
  const { failed, failures } = tally(outcome({ reports: [good, missing], summary, exitCode: 1 }));
  expect(failed).toBe(2);
  expect(failures).toEqual(['c#test: left no report', 'c#build']);
});

it('counts a failure of turbo that names no task', () => {
  expect(tally(outcome({ summary: undefined, exitCode: 1 }))).toMatchObject({ failed: 1 });
  expect(tally(outcome({ exitCode: 137 }))).toMatchObject({ failures: ['turbo: exit code 137'] });
});

it('has no failure if everything has passed', () => {
  expect(tally(outcome({}))).toEqual({ passed: 3, failed: 0, failures: [] });
});
