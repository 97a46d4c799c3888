import { compare } from './compare.ts';
import { readClaims } from './read-claims.ts';
import { readFacts } from './read-facts.ts';

/** Compares everything that a spec folder states about the API with its list of evidence. */
export async function findEvidenceProblems(spec: string): Promise<string[]> {
  const [claims, facts] = await Promise.all([readClaims(spec), readFacts(spec)]);
  return compare(claims, facts);
}
