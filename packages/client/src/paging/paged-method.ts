import type { CallOptions } from '../clients/options.ts';

/** A method that returns one page, with iterators over all pages. */
export interface PagedMethod<
  Input extends [unknown?],
  Page,
  Item,
  PageInput extends [unknown?] = Input,
> {
  /** One page. */
  (...args: [...input: PageInput, options?: CallOptions]): Promise<Page>;
  /**
   * Iterates over all entries from `skip` on and fetches each page when it is needed. `limit` is the page size, by
   * default the maximum. Entries that are added or removed meanwhile shift the pages. For `getLead`, the entries are
   * those of the lead's timeline.
   */
  all(...args: [...input: Input, options?: CallOptions]): AsyncGenerator<Item, void, undefined>;
  /** Iterates over all pages from `skip` on. */
  pages(...args: [...input: Input, options?: CallOptions]): AsyncGenerator<Page, void, undefined>;
}

/** An input whose paging parameters require the parameter that includes the entries. */
export type UnlessPaged<Input, When extends keyof Input, Paging extends keyof Input> =
  | (Input & { [Key in When]-?: NonNullable<Input[Key]> })
  | (Omit<Input, Paging> & { [Key in Paging]?: undefined });
