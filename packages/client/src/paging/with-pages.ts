import type { CallOptions } from '../clients/options.ts';
import { TelecrmError } from '../errors/telecrm-error.ts';
import { isObject, keyOf } from '../request/body.ts';
import type { Operation } from '../request/operation.ts';
import type { Input } from '../request/request.ts';

type Method = (input?: Input, options?: CallOptions) => Promise<unknown>;

/** Adds the iterators to a method if its operation has pages. */
export function withPages(method: Method, { id: operationId, paging }: Operation): Method {
  if (!paging) return method;
  const { skip: skipKey, limit: limitKey, max, items: itemsKey, total: totalKey, when } = paging;

  const itemsOf = (page: unknown): unknown[] => {
    const items = keyOf(page, itemsKey);
    return Array.isArray(items) ? items : [];
  };

  async function* pages(input: Input = {}, options?: CallOptions): AsyncGenerator {
    // The method says what is wrong with its input.
    if (!isObject(input)) await method(input, options);
    const limit = Math.min(Number(input[limitKey] ?? max), max);
    let skip = Number(input[skipKey] ?? 0);
    let previous = '';
    for (;;) {
      const own = { ...input, [skipKey]: skip, [limitKey]: limit, ...(when && { [when]: true }) };
      const page = await method(own, options);
      const items = itemsOf(page);
      const total = totalKey && keyOf(page, totalKey);
      // Without a count, a page must at least differ from the previous one.
      const text = total === undefined ? JSON.stringify(items) : '';
      const elsewhere = (keyOf(page, skipKey) ?? skip) !== skip;
      if (items.length > 0 && (elsewhere || (text && text === previous))) {
        const message = `${operationId} is stuck at ${skip}`;
        throw new TelecrmError(message, { code: 'PAGE_STUCK', origin: 'client', operationId });
      }
      yield page;
      previous = text;
      skip += items.length;
      const last = total === undefined ? items.length < limit : skip >= Number(total);
      if (items.length === 0 || last) return;
    }
  }

  async function* all(input?: Input, options?: CallOptions): AsyncGenerator {
    for await (const page of pages(input, options)) yield* itemsOf(page);
  }

  return Object.assign(method, { all, pages });
}
