/** The part of a list that was asked for. */
export interface Page {
  skip: number;
  limit: number;
}

/** That part, and how much there is in all. */
export interface Paged<T> {
  data: T[];
  total_count: number;
  skip: number;
  limit: number;
}

/** A page of a list that grows at its end, newest first. */
export function newestFirst<T>(items: readonly T[], { skip, limit }: Page): Paged<T> {
  const end = Math.max(0, items.length - skip);
  const data = items.slice(Math.max(0, end - limit), end).reverse();
  return { data, total_count: items.length, skip, limit };
}
