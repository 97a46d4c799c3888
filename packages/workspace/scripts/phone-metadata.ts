import metadata from 'libphonenumber-js/metadata.max.json';

/** The indexes of the parts of a country's metadata that only formatting needs. */
const formatting = {
  formats: 4,
  nationalPrefixRule: 6,
  nationalPrefixIsOptional: 9,
  extension: 13,
};

/** The index of the patterns by number type, such as mobile. */
const types = 11;

/**
 * The source of the module with the phone metadata. It is based on `max`, which has the patterns of each number type:
 * without them, an American number with its country code but no plus would be parsed as an Indian one. Parts that only
 * formatting needs are omitted, and the patterns of the types are merged, because the type of a number does not matter.
 */
export function phoneMetadataModule(): string {
  const stripped = {
    ...metadata,
    countries: stripPlans(metadata.countries),
    nonGeographic: stripPlans(metadata.nonGeographic),
  };
  const text = JSON.stringify(stripped);
  if (/`|\$\{/.test(text)) throw new Error('The phone metadata does not fit into a template');
  // As text, because JavaScript engines parse JSON faster than code; raw, to avoid escaping each backslash.
  return `// Generated from libphonenumber-js; do not edit.
import type { MetadataJson } from 'libphonenumber-js/core';

export const phoneMetadata: MetadataJson = JSON.parse(
  String.raw\`${text}\`,
);
`;
}

function stripPlans(plans: object): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(plans).map(([key, plan]) => [key, stripPlan(Array.isArray(plan) ? plan : [])]),
  );
}

// Missing parts are 0, as in the original metadata.
function stripPlan(plan: readonly unknown[]): unknown[] {
  const unused = new Set<number>(Object.values(formatting));
  const stripped = plan.map((part, index) => {
    if (unused.has(index)) return 0;
    return index === types && Array.isArray(part) ? mergeTypes(part) : part;
  });
  while (stripped.at(-1) === 0) stripped.pop();
  return stripped;
}

/** Merges the types that have the same possible lengths into one entry. */
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
