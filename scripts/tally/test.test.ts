import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const scripts = fileURLToPath(new URL('..', import.meta.url));
const ci = fileURLToPath(new URL('../../.ci/run', import.meta.url));

/** A repository with one package, and a shell script instead of turbo. */
function repository(turbo: string) {
  const root = mkdtempSync(join(tmpdir(), 'telecrm-tally-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('spec/package.json', JSON.stringify({ name: 'spec', scripts: { test: 'vitest' } }));
  write('apps/quiet/package.json', JSON.stringify({ name: 'quiet' }));
  write('passing.json', JSON.stringify(report({ passed: 2 })));
  write('failing.json', JSON.stringify(report({ passed: 1, failed: 'adds up' })));
  write('skipping.json', JSON.stringify(report({ passed: 2, skipped: 'can wait' })));
  write('scripts/tally/test-counts.json', JSON.stringify({ 'spec#test': { 'adds.test.ts': 2 } }));
  write('summary.json', JSON.stringify({ tasks: [{ taskId: 'x', execution: { exitCode: 0 } }] }));
  write(
    'bin/turbo',
    `#!/bin/sh\nset -e\nmkdir -p spec/reports scripts/reports .turbo/runs\n${turbo}\n`,
  );
  chmodSync(join(root, 'bin/turbo'), 0o755);
  const env = { ...process.env, PATH: `${join(root, 'bin')}${delimiter}${process.env.PATH}` };
  return { root, write, env };
}

function report({ passed, ...others }: { passed: number; failed?: string; skipped?: string }) {
  const assertionResults = [
    ...Array.from({ length: passed }, (_, n) => ({ status: 'passed', fullName: `passes ${n}` })),
    ...Object.entries(others).map(([status, fullName]) => ({ status, fullName })),
  ];
  return { testResults: [{ name: '/elsewhere/spec/adds.test.ts', assertionResults }] };
}

function runTest({ root, env }: ReturnType<typeof repository>) {
  const { stdout, status } = spawnSync(process.execPath, [join(scripts, 'test.ts')], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { lines: stdout.trimEnd().split('\n'), status };
}

const summarize = 'cp summary.json .turbo/runs/1.json';
const allPass = `cp passing.json spec/reports/vitest.json; cp passing.json scripts/reports/vitest.json; ${summarize}`;

it('sums up all suites in the last line', () => {
  const { lines, status } = runTest(repository(allPass));
  expect(lines.at(-1)).toBe('4 passed, 0 failed');
  expect(status).toBe(0);
});

it('names and counts a failing test, and fails', () => {
  const failing = `${allPass}; cp failing.json spec/reports/vitest.json; exit 1`;
  const { lines, status } = runTest(repository(failing));
  expect(lines.at(-1)).toBe('3 passed, 1 failed');
  expect(lines).toContain('  spec#test: adds up');
  expect(status).toBe(1);
});

it('does not count the report of an earlier run', () => {
  const repo = repository(`cp passing.json scripts/reports/vitest.json; ${summarize}`);
  repo.write('spec/reports/vitest.json', JSON.stringify(report({ passed: 99 })));
  const { lines, status } = runTest(repo);
  expect(lines.at(-1)).toBe('2 passed, 1 failed');
  expect(lines).toContain('  spec#test: left no report');
  expect(status).toBe(1);
});

it('does not read the summary of an earlier run', () => {
  const repo = repository('exit 2');
  repo.write('.turbo/runs/0.json', JSON.stringify({ tasks: [] }));
  const { lines, status } = runTest(repo);
  expect(lines).toContain('  turbo: did not run its tasks');
  expect(status).toBe(1);
});

it('fails for a skipped test', () => {
  const repo = repository(`${allPass}; cp skipping.json spec/reports/vitest.json`);
  const { lines, status } = runTest(repo);
  expect(lines).toContain('  spec#test: skipped: can wait');
  expect(status).toBe(1);
});

it('fails for a missing test file', () => {
  const repo = repository(allPass);
  repo.write('scripts/tally/test-counts.json', '{ "spec#test": { "gone.test.ts": 1 } }');
  const { lines, status } = runTest(repo);
  expect(lines).toContain(
    '  spec#test: gone.test.ts has no tests, scripts/tally/test-counts.json says 1',
  );
  expect(status).toBe(1);
});

it('reports tests whose loss would not be detected', () => {
  const { lines, status } = runTest(repository(allPass));
  expect(lines).toContain('2 new tests: `pnpm test:count` records them.');
  expect(status).toBe(0);
});

it('runs every build, lint, type check and test', () => {
  const repo = repository(`${allPass}; echo "$@"`);
  const { lines } = runTest(repo);
  expect(lines.find((line) => line.startsWith('run '))?.split(' ')).toEqual([
    ...['run', 'build', 'lint', 'typecheck', 'test'],
    ...['lint:code', 'lint:unused', 'lint:secrets', 'check:dependencies'].map(ofRoot),
    ...['typecheck:scripts', 'test:scripts', 'api:diff'].map(ofRoot),
    '--continue=dependencies-successful',
    '--concurrency=200%',
    '--summarize',
  ]);
});

const ofRoot = (task: string) => `//#${task}`;

it('names a failing task that is not a test', () => {
  const lint = { tasks: [{ taskId: 'spec#lint', execution: { exitCode: 2 } }] };
  const repo = repository(`${allPass}; exit 2`);
  repo.write('summary.json', JSON.stringify(lint));
  const { lines, status } = runTest(repo);
  expect(lines).toContain('  spec#lint');
  expect(lines.at(-1)).toBe('4 passed, 1 failed');
  expect(status).toBe(1);
});

/** Runs `.ci/run` with the `npx` of a repository. */
function runCi({ root, env }: ReturnType<typeof repository>) {
  chmodSync(join(root, 'bin/npx'), 0o755);
  mkdirSync(join(root, '.ci'));
  cpSync(ci, join(root, '.ci/run'));
  return spawnSync(join(root, '.ci/run'), { env, encoding: 'utf8' });
}

it.each([
  ['0', '7 passed, 0 failed'],
  ['1', '6 passed, 1 failed'],
])('.ci/run ends with the tally and exit code %s', (exitCode, line) => {
  const repo = repository('');
  repo.write(
    'bin/npx',
    `#!/bin/sh\necho "$@"\necho "${line}"\necho "[ELIFECYCLE]" >&2\nexit ${exitCode}\n`,
  );
  const { stdout, status } = runCi(repo);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(line);
  expect(stdout).toContain('-y pnpm@12.21.0 test');
  expect(String(status)).toBe(exitCode);
});

it('.ci/run reports a failure if there is no tally', () => {
  const repo = repository('');
  repo.write('bin/npx', '#!/bin/sh\necho "no such pnpm" >&2\nexit 1\n');
  const { stdout, status } = runCi(repo);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
  expect(status).toBe(1);
});
