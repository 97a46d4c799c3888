import { compare } from './compare.ts';
import { readClaims } from './read-claims.ts';
import { readFacts } from './read-facts.ts';

/** Compares the statements of a spec folder with its evidence. Returns the differences. */
export async function findEvidenceProblems(spec: string): Promise<string[]> {
  const [claims, facts] = await Promise.all([readClaims(spec), readFacts(spec)]);
  return compare(claims, facts);
}
