/** The part of a list that is asked for. */
export interface Page {
  readonly skip: number;
  readonly limit: number;
}

/** That part, and how much there is in all. */
export interface PageOf<T> {
  data: T[];
  total_count: number;
  skip: number;
  limit: number;
}

/** A page of a list that grows at its end, newest first. */
export function newestFirst<T>(items: readonly T[], { skip, limit }: Page): PageOf<T> {
  const end = Math.max(0, items.length - skip);
  const data = items.slice(Math.max(0, end - limit), end).reverse();
  return { data, total_count: items.length, skip, limit };
}

/** The page that is meant where parts of it are left out; the description has the same defaults. */
export function pageOf({ skip = 0, limit = 10 }: Partial<Page> = {}): Page {
  return { skip, limit };
}
