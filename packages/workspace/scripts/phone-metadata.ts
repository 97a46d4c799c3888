import metadata from 'libphonenumber-js/metadata.max.json';

/** The parts of a country's metadata that only formatting needs, by their place. */
const formatting = {
  formats: 4,
  nationalPrefixRule: 6,
  nationalPrefixIsOptional: 9,
  extension: 13,
};

/** The place of the patterns by type of number, such as mobile. */
const types = 11;

/**
 * The source of the module with the phone metadata. `max` has the patterns of each type of number: without them, an
 * American number with its country code but no plus passes for an Indian one. What only formatting needs is left out, and
 * of the types only whether a number has any is needed.
 */
export function phoneMetadataModule(): string {
  const lean = {
    ...metadata,
    countries: leanPlans(metadata.countries),
    nonGeographic: leanPlans(metadata.nonGeographic),
  };
  const text = JSON.stringify(lean);
  if (/`|\$\{/.test(text)) throw new Error('The phone metadata does not fit into a template');
  // As text, because a JavaScript engine parses JSON faster than code; raw, as half of it would be backslashes.
  return `// Generated from libphonenumber-js; do not edit.
import type { MetadataJson } from 'libphonenumber-js/core';

export const phoneMetadata: MetadataJson = JSON.parse(
  String.raw\`${text}\`,
);
`;
}

function leanPlans(plans: object): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(plans).map(([key, plan]) => [key, leanPlan(Array.isArray(plan) ? plan : [])]),
  );
}

// The metadata itself has 0 where a part is missing.
function leanPlan(plan: readonly unknown[]): unknown[] {
  const unused = new Set<number>(Object.values(formatting));
  const lean = plan.map((part, index) => {
    if (unused.has(index)) return 0;
    return index === types && Array.isArray(part) ? mergeTypes(part) : part;
  });
  while (lean.at(-1) === 0) lean.pop();
  return lean;
}

/** One entry for all types with the same possible lengths. */
function mergeTypes(entries: readonly unknown[]): unknown[] {
  const patterns = new Map<string, Set<string>>();
  for (const entry of entries) {
    const [pattern, lengths]: unknown[] = Array.isArray(entry) ? entry : [];
    if (typeof pattern !== 'string') continue;
    const key = JSON.stringify(lengths ?? 0);
    patterns.set(key, (patterns.get(key) ?? new Set()).add(pattern));
  }
  return [...patterns].map(([key, alternatives]) => {
    const lengths: unknown = JSON.parse(key);
    const pattern = [...alternatives].join('|');
    return lengths === 0 ? [pattern] : [pattern, lengths];
  });
}
