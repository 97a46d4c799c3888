import { expect, test } from 'vitest';
import { tally } from './tally.ts';

const good = { task: 'a#test', counts: { passed: 3, failed: 0, failures: [] } };
const bad = {
  task: 'b#test',
  counts: { passed: 1, failed: 2, failures: ['x breaks', 'y breaks'] },
};
const none = { failedTasks: [] };

test('what passed and what failed is added up over the suites', () => {
  expect(tally([good, bad], { failedTasks: ['b#test'] }, 1)).toEqual({
    passed: 4,
    failed: 2,
    complaints: ['b#test: x breaks', 'b#test: y breaks'],
  });
});

test('a suite without a report is a failure', () => {
  expect(tally([good, { task: 'c#test', counts: undefined }], none, 0)).toEqual({
    passed: 3,
    failed: 1,
    complaints: ['c#test: left no report'],
  });
});

test('a task that is no test counts once and is named', () => {
  expect(tally([good], { failedTasks: ['spec#lint'] }, 1)).toMatchObject({
    failed: 1,
    complaints: ['spec#lint'],
  });
});

test('a suite that fails though all its tests pass counts once', () => {
  expect(tally([good], { failedTasks: ['a#test'] }, 1)).toMatchObject({
    failed: 1,
    complaints: ['a#test'],
  });
});

test('a suite that did not run because its build failed is not counted as passed', () => {
  const { failed, complaints } = tally(
    [good, { task: 'b#test', counts: undefined }],
    { failedTasks: ['b#build'] },
    1,
  );
  expect(failed).toBe(2);
  expect(complaints).toEqual(['b#test: left no report', 'b#build']);
});

test('a turbo that fails without naming a task counts', () => {
  expect(tally([good], undefined, 1)).toMatchObject({ failed: 1 });
  expect(tally([good], none, 137)).toMatchObject({ complaints: ['turbo: exit code 137'] });
});

test('when all is well nothing failed', () => {
  expect(tally([good], none, 0)).toEqual({ passed: 3, failed: 0, complaints: [] });
});
