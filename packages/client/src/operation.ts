/** An operation as the client needs it at run time. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  /** Its query parameters, in braces like those of the path. */
  query: string | undefined;
  /** Whether a second arrival does harm: `never`, `always`, or `actions` if the body has them. */
  harm: string;
  /** The errors it documents: a status, `5XX` for a range, and a code right behind. */
  errors: readonly string[];
  /** How it pages, when it does. */
  page: Paging | [];
}

/** How many entries fit a page; the names of `skip`, `limit`, the items and their total. */
type Paging = [max: string, skip: string, limit: string, items: string, total: string];

/** What the generator writes into a line. */
type Line = [
  id: string,
  method: string,
  harm: string,
  errors: string,
  address: string,
  ...(Paging | []),
];

/** Reads what `scripts/table-module.ts` writes. */
export function readTable(table: string): Operation[] {
  const [errors, ...lines] = table.split('\n').map((line) => line.split(' '));
  return lines.map((line) => {
    const [id, method, harm, places, address, ...page] = line as Line;
    const [path, query] = address.split('?');
    return {
      id,
      method,
      path: `/enterprise/{enterpriseId}${path}`,
      query,
      harm,
      errors: [...places].map((place) => `${errors?.[parseInt(place, 36)]}`),
      page,
    };
  });
}
