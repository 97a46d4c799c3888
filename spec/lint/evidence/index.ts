import { compare } from './compare.ts';
import { findGuideEvidenceProblems } from './guides/compare-guides.ts';
import { readClaims } from './read-claims.ts';
import { readFacts } from './read-facts.ts';

/** Compares the statements of a spec folder with its evidence. Returns the differences. */
export async function findEvidenceProblems(spec: string): Promise<string[]> {
  const [claims, facts] = await Promise.all([readClaims(spec), readFacts(spec)]);
  return compare(claims, facts);
}

/** Compares the guides of a spec folder with the record of their review. Returns the differences. */
export async function findUnreviewedGuides(spec: string): Promise<string[]> {
  const pages = new Set((await readFacts(spec)).flatMap(({ address }) => address ?? []));
  return findGuideEvidenceProblems(spec, pages);
}
