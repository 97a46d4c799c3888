import { hasType, isNode } from '../document.ts';
import type { RuleFactory } from '../redocly.ts';

/** A list says what it holds; without `items` every client types it as unknown. */
export const arrayItems: RuleFactory = () => ({
  Schema: {
    enter(node, { location, report }) {
      if (!isNode(node) || !hasType(node, 'array')) return;
      if ('items' in node || 'prefixItems' in node) return;
      report({ message: 'Say with `items` what this array holds.', location });
    },
  },
});
