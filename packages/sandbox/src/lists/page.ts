/** The requested part of a list. */
export interface Page {
  readonly skip: number;
  readonly limit: number;
}

/** A page and the total number of entries. */
export interface PageOf<T> {
  data: T[];
  total_count: number;
  skip: number;
  limit: number;
}

/** A page of a list whose newest item is the last one, newest first. */
export function newestFirst<T>(items: readonly T[], { skip, limit }: Page): PageOf<T> {
  const end = Math.max(0, items.length - skip);
  const data = items.slice(Math.max(0, end - limit), end).reverse();
  return { data, total_count: items.length, skip, limit };
}

/** A page with the defaults, which are the same as in the API description. */
export function pageOf({ skip = 0, limit = 10 }: Partial<Page> = {}): Page {
  return { skip, limit };
}
