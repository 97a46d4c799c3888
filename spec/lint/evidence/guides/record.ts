/**
 * `pnpm --filter @telecrm/spec review:guides`: records that the guides have been reviewed in their current form. Does
 * not change their sources.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { readReview, reviewFile } from './compare-guides.ts';
import { readGuideTexts } from './read-guides.ts';

const spec = fileURLToPath(new URL('../../../', import.meta.url));
const reviewed = await readReview(spec);
const guides = readGuideTexts(spec)
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ name, sections }) => [name, { sources: reviewed.get(name)?.sources ?? [], sections }]);
const about =
  'The sources of the guides, and a fingerprint of each section as it was reviewed. A changed section fails the lint until its claims have been compared with their sources; then run `pnpm --filter @telecrm/spec review:guides`.';
await writeFile(
  join(spec, reviewFile),
  stringify(
    { about, guides: Object.fromEntries(guides) },
    { lineWidth: 0, flowCollectionPadding: true },
  ),
);
