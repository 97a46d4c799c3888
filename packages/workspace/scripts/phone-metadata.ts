import metadata from 'libphonenumber-js/metadata.max.json';

/** The parts of a country's metadata that only formatting needs, by their place. */
const formatting = {
  formats: 4,
  nationalPrefixRule: 6,
  nationalPrefixIsOptional: 9,
  extension: 13,
};

/**
 * The source of the module with the phone metadata. `max` has the patterns of each type of number: without them, an
 * American number with its country code but no plus passes for an Indian one. What only formatting needs is left out.
 */
export function phoneMetadataModule(): string {
  const lean = {
    ...metadata,
    countries: leanPlans(metadata.countries),
    nonGeographic: leanPlans(metadata.nonGeographic),
  };
  // As text, because a JavaScript engine parses JSON faster than code.
  return `// Generated from libphonenumber-js; do not edit.
import type { MetadataJson } from 'libphonenumber-js/core';

export const phoneMetadata: MetadataJson = JSON.parse(
  ${JSON.stringify(JSON.stringify(lean))},
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
  const lean = plan.map((part, index) => (unused.has(index) ? 0 : part));
  while (lean.at(-1) === 0) lean.pop();
  return lean;
}
