import { defaultPageLimit } from '../generated/limits.ts';

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

/** A page with the defaults of the API description. */
export function pageOf({ skip = 0, limit = defaultPageLimit }: Partial<Page> = {}): Page {
  return { skip, limit };
}
