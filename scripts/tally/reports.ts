import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What one suite reported, or nothing if it did not come to that. */
export type Report = {
  /** The suite's turbo task. */
  task: string;
  counts: { passed: number; failed: number; failures: string[] } | undefined;
};

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

const workspaces = ['spec', 'packages/*', 'apps/*'];
const report = 'reports/vitest.json';

/** Reads the report of every package that has tests, and that of the scripts. */
export function readReports(root: string): Report[] {
  const packages = globSync(
    workspaces.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  )
    .sort()
    .map((file) => ({ folder: join(root, file, '..'), ...readJson<Package>(join(root, file)) }))
    .filter(({ scripts }) => scripts?.test)
    .map(({ folder, name }) => ({ task: `${name}#test`, counts: readCounts(folder) }));
  return [...packages, { task: '//#test:scripts', counts: readCounts(join(root, 'scripts')) }];
}

/** Removes the reports of earlier runs. */
export function removeReports(root: string): void {
  const folders = [...workspaces, 'scripts'].map((pattern) => `${pattern}/reports`);
  for (const folder of globSync(folders, { cwd: root })) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
}

type Package = { name: string; scripts?: { test?: string } };

function readCounts(folder: string): Report['counts'] {
  const file = join(folder, report);
  if (!existsSync(file)) return undefined;
  const { numPassedTests, numFailedTests, testResults } = readJson<VitestReport>(file);
  const failures = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName }) => fullName);
  return { passed: numPassedTests, failed: numFailedTests, failures };
}

function readJson<T>(file: string): T {
  // Written by the tool whose name the type bears.
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
