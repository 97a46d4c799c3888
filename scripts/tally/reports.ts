import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The report of one suite, if it wrote one. */
export interface Report {
  /** The suite's turbo task. */
  task: string;
  counts: Counts | undefined;
}

interface Counts {
  passed: number;
  /** Names of the tests that failed. */
  failures: string[];
  /** Names of the tests that were skipped in any way. */
  skipped: string[];
  /** The number of tests in each test file, by its path in the package. */
  files: Record<string, number>;
}

interface VitestReport {
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
}

const workspaces = ['spec', 'packages/*', 'apps/*'];
const report = 'reports/vitest.json';

/** Reads the report of every package that has tests, and that of the scripts. */
export function readReports(root: string): Report[] {
  const packages = globSync(
    workspaces.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  )
    .sort()
    .map((file) => ({ folder: dirname(file), ...readJson<Package>(join(root, file)) }))
    .filter(({ scripts }) => scripts?.test)
    .map(({ folder, name }) => ({ task: `${name}#test`, counts: readCounts(root, folder) }));
  return [...packages, { task: '//#test:scripts', counts: readCounts(root, 'scripts') }];
}

/** Removes the reports of earlier runs. */
export function removeReports(root: string): void {
  const folders = [...workspaces, 'scripts'].map((pattern) => `${pattern}/reports`);
  for (const folder of globSync(folders, { cwd: root })) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
}

interface Package {
  name: string;
  scripts?: { test?: string };
}

function readCounts(root: string, folder: string): Counts | undefined {
  const file = join(root, folder, report);
  if (!existsSync(file)) return undefined;
  const { testResults } = readJson<VitestReport>(file);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const named = (isMeant: (status: string) => boolean) =>
    tests.filter(({ status }) => isMeant(status)).map(({ fullName }) => fullName);
  const ran = (status: string) => status === 'passed' || status === 'failed';
  const files = testResults.map(({ name, assertionResults }): [string, number] => [
    // Vitest writes absolute paths, and turbo may replay the report of another checkout.
    name.slice(name.lastIndexOf(`/${folder}/`) + folder.length + 2),
    assertionResults.filter(({ status }) => ran(status)).length,
  ]);
  return {
    passed: named((status) => status === 'passed').length,
    failures: named((status) => status === 'failed'),
    skipped: named((status) => !ran(status)),
    files: Object.fromEntries(files.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function readJson<T>(file: string): T {
  // Written by the tool that the type is named after.
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
