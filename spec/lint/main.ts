/**
 * Lints the sources, their bundles and the workflows of a spec folder (ours, unless one is named), and looks for
 * orphans. Prints each problem; any one fails.
 */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrphans } from './orphans.ts';
import { lint } from './run-redocly.ts';

const spec = resolve(process.argv[2] ?? fileURLToPath(new URL('../', import.meta.url)));
const workflows = globSync('workflows/*.arazzo.yaml', { cwd: spec }).sort();
const documents = [
  'async/openapi.yaml',
  'sync/openapi.yaml',
  'dist/async.yaml',
  'dist/sync.yaml',
  ...workflows,
];

const [found, orphans] = await Promise.all([lint(documents, spec), findOrphans(spec)]);
const problems = [
  ...found.flat().map((it) => `${it.file}:${it.line} ${it.pointer} ${it.rule}: ${it.message}`),
  ...orphans.map((file) => `${file}: nothing refers to this file; use it or remove it.`),
];
for (const problem of problems) console.error(problem);
console.log(`${documents.length} documents linted, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
