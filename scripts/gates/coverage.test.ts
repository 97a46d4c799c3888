import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CoveredPackage, coverageGaps } from './coverage.ts';
import { packages, root } from './packages.ts';

/** The packages whose coverage is not measured, with the reason. */
const unmeasured = new Map([
  ['@telecrm/docs', 'most of it runs in a browser or another process'],
  ['@telecrm/mock', 'its command runs in another process'],
  ['@telecrm/spec', 'it is YAML, and its lint runs in another process'],
]);

describe.each(packages.filter(({ name }) => !unmeasured.has(name)))('$name', (found) => {
  it('measures its coverage, with thresholds no lower than its floor', async () => {
    const config = await import(pathToFileURL(join(root, found.folder, 'vitest.config.ts')).href);
    const { coverage } = config.default.test;
    const testScript = found.scripts.test ?? '';
    expect(coverageGaps({ name: found.name, testScript, coverage })).toEqual([]);
  });
});

const good: CoveredPackage = {
  name: 'a',
  testScript: 'vitest run --coverage',
  coverage: { thresholds: { lines: 95, branches: 90 }, include: ['src/**/*.ts'] },
};

it.each<[string, Partial<CoveredPackage>]>([
  ['lower thresholds', { coverage: { ...good.coverage, thresholds: { lines: 10, branches: 10 } } }],
  ['no thresholds', { coverage: { include: ['src/**/*.ts'] } }],
  ['no file', { coverage: { ...good.coverage, include: [] } }],
  ['no measuring', { testScript: 'vitest run' }],
  ['no configuration', { coverage: undefined }],
])('detects %s', (_, planted) => {
  expect(coverageGaps(good)).toEqual([]);
  expect(coverageGaps({ ...good, ...planted })).not.toEqual([]);
});
