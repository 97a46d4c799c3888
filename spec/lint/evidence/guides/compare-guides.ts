import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { entries, isNode, isText } from '../../document/document.ts';
import { type GuideText, readGuideTexts } from './read-guides.ts';

/** The evidence of a guide: its sources, and the fingerprints of its sections when they were reviewed. */
export interface ReviewedGuide {
  readonly sources: readonly string[];
  readonly sections: Readonly<Record<string, string>>;
}

export const reviewFile = 'evidence/guides.yaml';

/** Sources that are not pages of telecrm's documentation. */
const otherSources = ['observed', 'inferred', 'ours'];

/** Statements of guides that were not reviewed, and sources that are missing or unknown. */
export async function findGuideEvidenceProblems(
  spec: string,
  pages: ReadonlySet<string>,
): Promise<string[]> {
  const reviewed = await readReview(spec);
  const guides = readGuideTexts(spec);
  const gone = [...reviewed.keys()].filter((name) => !guides.some((guide) => guide.name === name));
  return [
    ...gone.map((name) => `${reviewFile}: there is no guide ${name}: remove it.`),
    ...guides.flatMap((guide) => problemsOf(guide, reviewed.get(guide.name), pages)),
  ];
}

export async function readReview(spec: string): Promise<Map<string, ReviewedGuide>> {
  const file: unknown = parse(await readFile(join(spec, reviewFile), 'utf8'));
  return new Map(
    entries(isNode(file) ? file.guides : undefined).map(([name, guide]) => {
      const { sources, sections } = isNode(guide) ? guide : {};
      return [
        name,
        {
          sources: Array.isArray(sources) ? sources.filter(isText) : [],
          sections: Object.fromEntries(
            entries(sections).map(([heading, print]) => [heading, String(print)]),
          ),
        },
      ];
    }),
  );
}

function problemsOf(
  { name, sections, text }: GuideText,
  reviewed: ReviewedGuide | undefined,
  pages: ReadonlySet<string>,
): string[] {
  const file = `guides/${name}.md`;
  const { sources = [], sections: known = {} } = reviewed ?? {};
  const changed = Object.entries(sections).filter(([heading, print]) => known[heading] !== print);
  const gone = Object.keys(known).filter((heading) => !Object.hasOwn(sections, heading));
  const marks = ['observed', 'inferred'].filter(
    (mark) => sources.includes(mark) !== new RegExp(`\\b${mark}\\b`).test(text),
  );
  return [
    ...changed.map(([heading]) => `${file} “${heading}”: ${unreviewed}`),
    ...gone.map((heading) => `${reviewFile}: ${file} has no section “${heading}”. ${renew}`),
    ...(sources.length === 0 ? [`${reviewFile}: list the sources of ${file}.`] : []),
    ...sources
      .filter((source) => !pages.has(source) && !otherSources.includes(source))
      .map(
        (source) => `${reviewFile}: ${file}: no page of the evidence has the address ${source}.`,
      ),
    ...marks.map((mark) =>
      sources.includes(mark)
        ? `${file}: nothing is marked as ${mark}, but ${reviewFile} has it as a source.`
        : `${file}: something is ${mark}: add that to its sources in ${reviewFile}.`,
    ),
  ];
}

const renew = 'Then run `pnpm --filter @telecrm/spec review:guides`.';
const unreviewed = `this text was changed after its review. Check that a source in ${reviewFile} states each claim about telecrm, add the source, or mark the claim as (observed) or (inferred). ${renew}`;
