import type { Claim } from './claims.ts';
import type { Mark } from './mark.ts';
import type { Fact } from './read-facts.ts';

type Statement = Pick<Claim, 'subject' | 'key' | 'value' | 'mark'>;

/** Statements without evidence, evidence without a statement, and different marks. */
export function compare(claims: readonly Claim[], facts: readonly Fact[]): string[] {
  const claimed = new Map(claims.map((claim) => [identity(claim), claim]));
  const known = new Map(facts.map((fact) => [identity(fact), fact]));
  const unknown = claims.filter((claim) => !known.has(identity(claim)));
  const gone = facts.filter((fact) => !claimed.has(identity(fact)));
  return [
    ...gone.map((fact) => missing(fact, replacementOf(fact, unknown, gone))),
    ...unknown.filter((claim) => !replacementOf(claim, gone, unknown)).map(withoutSource),
    ...facts.flatMap((fact) => {
      const claim = claimed.get(identity(fact));
      return claim && claim.mark !== fact.mark ? [markedDifferently(claim, fact)] : [];
    }),
  ];
}

function identity({ subject, key, value }: Statement): string {
  return JSON.stringify([subject, key, value]);
}

/** The value that replaced another one, if there is exactly one candidate. */
function replacementOf<T extends Statement>(
  one: Statement,
  others: readonly T[],
  alike: readonly Statement[],
): T | undefined {
  const samePlace = (it: Statement) => it.subject === one.subject && it.key === one.key;
  const found = others.filter(samePlace);
  return found.length === 1 && alike.filter(samePlace).length === 1 ? found[0] : undefined;
}

function missing({ subject, key, value, source }: Fact, now: Statement | undefined): string {
  const instead = now ? `it is ${now.value} now` : 'it is gone';
  return `evidence: ${subject} ${key}: ${source} has ${value}; ${instead}. Restore it, or correct the evidence.`;
}

function withoutSource({ subject, key, value }: Claim): string {
  return `evidence: ${subject} ${key}: ${value}: this has no source. List it in spec/evidence under the page that states it, or mark it with x-evidence.`;
}

function markedDifferently(claim: Claim, { source }: Fact): string {
  const mark = (name: Mark) => (name ? `marked ${name}` : 'not marked');
  return `evidence: ${claim.subject} ${claim.key}: ${claim.value}: this is ${mark(claim.mark)} in the spec, but its source is ${source}.`;
}
