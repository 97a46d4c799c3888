import { TelecrmError } from './error.ts';
import type { Operation } from './operation.ts';
import type { CallOptions } from './options.ts';

/** A method that answers with one page, and can walk through all of them. */
export interface PagedMethod<Input extends [unknown?], Page, Item> {
  /** One page. */
  (...args: [...input: Input, options?: CallOptions]): Promise<Page>;
  /**
   * Every entry from `skip` on, page by page as they are needed; `limit` is the page size, by
   * default the largest there is. Entries that are added or removed meanwhile shift the pages.
   */
  all(...args: [...input: Input, options?: CallOptions]): AsyncGenerator<Item, void, undefined>;
  /** Every page from `skip` on. */
  pages(...args: [...input: Input, options?: CallOptions]): AsyncGenerator<Page, void, undefined>;
}

/** What goes in; the keys that page are numbers, as the generated types demand. */
type Input = Record<string, string | number | undefined>;
type Page = Record<string, unknown>;
type Call = (input?: Input, options?: CallOptions) => Promise<unknown>;

/** Adds the iterators to a method whose operation pages. */
export function paged(call: Call, { id: operationId, page }: Operation): Call {
  if (page.length === 0) return call;
  const [most, skipKey, limitKey, itemsKey, totalKey] = page;
  const max = +most;

  async function* pages(input: Input = {}, options?: CallOptions): AsyncGenerator<Page> {
    const limit = Math.min(+(input[limitKey] ?? max), max);
    let skip = +(input[skipKey] ?? 0);
    for (let before = ''; ; ) {
      // Every page of the API is an object; only what stands in it is in doubt.
      const page = (await call({ ...input, [skipKey]: skip, [limitKey]: limit }, options)) as Page;
      const { [skipKey]: start = skip, [totalKey]: total, [itemsKey]: items = [] } = page;
      // Without a count, a page must at least be another one than that before it.
      const text = total === undefined ? JSON.stringify(items) : '';
      const { length } = items as unknown[];
      if (length && (start !== skip || (text && text === before))) {
        const message = `${operationId} does not answer with the page at ${skip}`;
        throw new TelecrmError(message, { code: 'PAGE_STUCK', operationId });
      }
      yield page;
      before = text;
      skip += length;
      if (!length || (text ? length < limit : skip >= (total as number))) return;
    }
  }

  async function* all(input?: Input, options?: CallOptions): AsyncGenerator<unknown> {
    for await (const page of pages(input, options)) yield* (page[itemsKey] as unknown[]) ?? [];
  }

  return Object.assign(call, { all, pages });
}
