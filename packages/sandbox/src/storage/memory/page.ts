import type { PageRequest, PageResult } from '@telecrm/workspace/store';

/** A page of a list that is ordered oldest first, with the newest items first. */
export function newestFirst<T>(items: readonly T[], { skip, limit }: PageRequest): PageResult<T> {
  const end = Math.max(0, items.length - skip);
  return { items: items.slice(Math.max(0, end - limit), end).reverse(), total: items.length };
}

/** A page of a list in its original order. */
export function inOrder<T>(items: readonly T[], { skip, limit }: PageRequest): PageResult<T> {
  return { items: items.slice(skip, skip + limit), total: items.length };
}
