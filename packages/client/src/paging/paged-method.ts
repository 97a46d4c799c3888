import type { CallOptions } from '../clients/options.ts';

/** A method that answers with one page, and can walk through all of them. */
export interface PagedMethod<
  Input extends [unknown?],
  Page,
  Item,
  PageInput extends [unknown?] = Input,
> {
  /** One page. */
  (...args: [...input: PageInput, options?: CallOptions]): Promise<Page>;
  /**
   * Every entry from `skip` on, page by page as they are needed; `limit` is the page size, by
   * default the largest there is. Entries that are added or removed meanwhile shift the pages. Of
   * `getLead`, the entries are those of the lead's timeline.
   */
  all(...args: [...input: Input, options?: CallOptions]): AsyncGenerator<Item, void, undefined>;
  /** Every page from `skip` on. */
  pages(...args: [...input: Input, options?: CallOptions]): AsyncGenerator<Page, void, undefined>;
}

/** An input that says which page it wants only together with the parameter that asks for the entries. */
export type UnlessPaged<Input, When extends keyof Input, Paging extends keyof Input> =
  | (Input & { [Key in When]-?: NonNullable<Input[Key]> })
  | (Omit<Input, Paging> & { [Key in Paging]?: undefined });
