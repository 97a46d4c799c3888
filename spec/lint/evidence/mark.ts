import { isNode } from '../document/document.ts';

/** How a fact is known; without a mark, telecrm's pages state it. */
export type Mark = 'observed' | 'inferred' | undefined;

/** The mark on a part of the spec. */
export function markOf(node: unknown): Mark {
  const mark = isNode(node) ? node['x-evidence'] : undefined;
  return mark === 'observed' || mark === 'inferred' ? mark : undefined;
}
