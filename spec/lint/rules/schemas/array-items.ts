import { hasType, isNode } from '../../document/document.ts';
import type { RuleFactory } from '../../redocly/redocly.ts';

/** Every array has `items`. Without it, clients type the entries as unknown. */
export const arrayItems: RuleFactory = () => ({
  Schema: {
    enter(node, { location, report }) {
      if (!isNode(node) || !hasType(node, 'array')) return;
      if ('items' in node || 'prefixItems' in node) return;
      report({ message: 'Add `items`: the schema of the entries.', location });
    },
  },
});
