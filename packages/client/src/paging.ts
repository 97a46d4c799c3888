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
type Input = Record<string, number | string>;
type Page = Record<string, unknown>;
type Call = (input?: Input, options?: CallOptions) => Promise<unknown>;

/** Adds the iterators to a method whose operation pages. */
export function paged(call: Call, { id, page }: Operation): Call {
  const [max, skipKey = '', limitKey = '', itemsKey = '', totalKey = ''] = page;
  if (!max) return call;
  const most = +max;

  async function* pages(input: Input = {}, options?: CallOptions): AsyncGenerator<Page> {
    const limit = Math.min(+(input[limitKey] ?? most), most);
    let skip = +(input[skipKey] ?? 0);
    for (let before = ''; ; ) {
      const ask = { ...input, [skipKey]: skip, [limitKey]: limit };
      // Every page of the API is an object; only what stands in it is in doubt.
      const answer = (await call(ask, options)) as Page;
      const { length } = itemsOf(answer);
      const { [skipKey]: echo = skip, [totalKey]: total } = answer;
      const text = JSON.stringify(answer);
      // An answer that neither counts nor says where it starts must at least be another one.
      if (length && (echo !== skip || (total === undefined && text === before))) {
        const message = `${id} was asked for the page at ${skip} and answered with another one`;
        throw new TelecrmError(message, { code: 'PAGE_STUCK', operationId: id });
      }
      yield answer;
      skip += length;
      if (!length || (typeof total === 'number' ? skip >= total : length < limit)) return;
      before = text;
    }
  }

  async function* all(input?: Input, options?: CallOptions): AsyncGenerator<unknown> {
    for await (const answer of pages(input, options)) yield* itemsOf(answer);
  }

  function itemsOf({ [itemsKey]: items }: Page): unknown[] {
    return Array.isArray(items) ? items : [];
  }

  return Object.assign(call, { all, pages });
}
