/**
 * Lints the sources, their bundles, the workflows and the guides of a spec folder (ours, unless one is named), and looks
 * for orphans. With `--sources` it leaves the bundles out, which is what a build asks before it makes them; with
 * `--guides` it looks at the guides alone. Prints each problem; any one fails.
 */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findGuideProblems } from './guides.ts';
import { findOrphans } from './orphans.ts';
import { lint } from './run-redocly.ts';

const { values, positionals } = parseArgs({
  options: {
    sources: { type: 'boolean', default: false },
    guides: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const spec = resolve(positionals[0] ?? fileURLToPath(new URL('../', import.meta.url)));
const workflows = globSync('workflows/*.arazzo.yaml', { cwd: spec }).sort();
const documents = values.guides
  ? []
  : [
      'async/openapi.yaml',
      'sync/openapi.yaml',
      ...(values.sources ? [] : ['dist/async.yaml', 'dist/sync.yaml']),
      ...workflows,
    ];

const [found, orphans, guides] = await Promise.all([
  values.guides ? [] : lint(documents, spec),
  values.guides ? [] : findOrphans(spec),
  findGuideProblems(spec),
]);
const problems = [
  ...found.flat().map((it) => `${it.file}:${it.line} ${it.pointer} ${it.rule}: ${it.message}`),
  ...orphans.map((file) => `${file}: nothing refers to this file; use it or remove it.`),
  ...guides,
];
for (const problem of problems) console.error(problem);
console.log(`${documents.length} documents linted, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
