import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './packages.ts';

/** Fewer runs find few bugs, and a property with no runs always passes. */
const floor = 40;

const files = globSync('{spec,packages/*,apps/*}/{src,lint,model,test}/**/*.test.ts', { cwd: root })
  .sort()
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  .filter(({ text }) => text.includes('fc.assert('));

it('finds the property tests', () => {
  expect(files.length).toBeGreaterThanOrEqual(2);
});

it.each(files)('runs every property of $file often enough', ({ text }) => {
  // By default, fast-check runs each property a hundred times.
  const runs = [...text.matchAll(/numRuns: ([\d_]+)/g)].map(([, n = '']) => n.replaceAll('_', ''));
  expect(Math.min(100, ...runs.map(Number))).toBeGreaterThanOrEqual(floor);
});
