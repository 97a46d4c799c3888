import { isNode } from '../document/document.ts';

/** The kind of evidence; a fact without a mark is stated by telecrm's pages. */
export type Mark = 'observed' | 'inferred' | undefined;

/** The mark on a part of the spec. */
export function markOf(node: unknown): Mark {
  const mark = isNode(node) ? node['x-evidence'] : undefined;
  return mark === 'observed' || mark === 'inferred' ? mark : undefined;
}
