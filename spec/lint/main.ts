/**
 * Lints the sources, bundles, workflows and guides of a spec folder (by default this one), finds orphaned files, and
 * compares the spec with its evidence. `--sources` skips the bundles and the evidence, for use before a build;
 * `--guides` checks the guides only. Prints every problem and exits with 1 if there is any.
 */
import { existsSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findEvidenceProblems, findUnreviewedGuides } from './evidence/index.ts';
import { findGuideProblems } from './guides/guides.ts';
import { findOrphans } from './orphans/orphans.ts';
import { lint } from './redocly/run-redocly.ts';

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

const hasEvidence = existsSync(join(spec, 'evidence')) && !values.sources && !values.guides;

const [found, orphans, guides, evidence, unreviewed] = await Promise.all([
  values.guides ? [] : lint(documents, spec),
  values.guides ? [] : findOrphans(spec),
  findGuideProblems(spec),
  hasEvidence ? findEvidenceProblems(spec) : [],
  hasEvidence ? findUnreviewedGuides(spec) : [],
]);
const problems = [
  ...found.flat().map((it) => `${it.file}:${it.line} ${it.pointer} ${it.rule}: ${it.message}`),
  ...orphans.map((file) => `${file}: nothing refers to this file; use it or remove it.`),
  ...guides,
  ...evidence,
  ...unreviewed,
];
for (const problem of problems) console.error(problem);
console.log(`${documents.length} documents linted, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
