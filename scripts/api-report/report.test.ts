import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { builtReport, committedReport, publicPackages } from './packages.ts';
import { apiReport } from './report.ts';

/** The report of a package that has these files of declarations. */
function reportOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'telecrm-api-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const entries = Object.keys(files)
    .filter((name) => name.startsWith('index'))
    .map((name) => ({ name: `a/${name}`, types: join(folder, name) }));
  return apiReport(entries, folder);
}

it.each(publicPackages)(
  '$name exports the contents of its api.txt; `pnpm api:report` updates it',
  (found) => {
    expect(builtReport(found)).toBe(committedReport(found));
  },
);

it('has every export, sorted by name, without comments', () => {
  const files = {
    'index.d.ts': `export { b as renamed } from './b.js';\n/** Adds. */\nexport declare function add(one: number, other: number): number;`,
    'b.d.ts': 'export declare const b: 1 | 2;',
  };
  expect(reportOf(files)).toBe(
    [
      '// a/index.d.ts',
      'export function add(one: number, other: number): number;',
      'export /* as renamed */ const b: 1 | 2;',
      '// Not exported',
    ].join('\n\n'),
  );
});

it('has the types that an export refers to, exported or not', () => {
  const files = {
    'index.d.ts': `import type { Options } from './options.js';\nexport declare function run(options: Options): void;`,
    'options.d.ts': 'export interface Options { times: Times }\ntype Times = 1 | 2;',
  };
  const report = reportOf(files);
  expect(report).toContain('\n\ninterface Options {\n    times: Times;\n}');
  expect(report).toContain('\n\ntype Times = 1 | 2;');
});

it('has only the names of code generated from the spec', () => {
  const files = {
    'index.d.ts': `export type { Methods } from './generated/methods.js';`,
    'generated/methods.d.ts': 'export interface Methods { get(id: string): 1; create: 2 }',
  };
  expect(reportOf(files)).toContain('interface Methods {\n    create: …;\n    get: …;\n}');
});

it('prints a declaration once, however many entry points export it', () => {
  const report = reportOf({
    'index.d.ts': 'export interface A { b: 1 }',
    'index-testing.d.ts': "export { A, A as B } from './index.js';",
  });
  expect(report.split('interface A')).toHaveLength(2);
  expect(report).toContain('export { A as B }; // as above');
});

it('has only a hash of a long inferred type', () => {
  const long = (last: number) =>
    reportOf({
      'index.d.ts': `export declare const a: {\n${'  x: 1;\n'.repeat(100)}  y: ${last};\n};`,
    });
  expect(long(1)).toMatch(/^export const a: \{ … \/\* [0-9a-f]{12} \*\/$/m);
  expect(long(1)).not.toBe(long(2));
});

it.each([
  ['an export that is removed', 'export type A = 1;'],
  ['a parameter that is added', 'export type A = 1;\nexport declare function f(a: A, b: A): void;'],
  ['a type that is changed', 'export type A = 2;\nexport declare function f(a: A): void;'],
])('detects %s', (_, planted) => {
  const text = 'export type A = 1;\nexport declare function f(a: A): void;';
  expect(reportOf({ 'index.d.ts': planted })).not.toBe(reportOf({ 'index.d.ts': text }));
});

it('rejects a file without exports', () => {
  expect(() => reportOf({ 'index.d.ts': 'declare const a: 1;' })).toThrow('is not a module');
});
