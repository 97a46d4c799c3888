/** The properties of an operation that the client uses at run time. Generated from the spec. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path template after `/enterprise/{enterpriseId}`: `/lead/{leadId}`. */
  readonly path: string;
  /** The names of its query parameters. */
  readonly query?: readonly string[];
  /** What happens when the same request arrives twice. If missing, the operation is idempotent. */
  readonly repeat?: 'harmful' | 'harmless-without-actions';
  /** Keys of the body of a success. A body without any of them is not a success. */
  readonly required?: readonly string[];
  /** The documented error codes by status. The key `5XX` covers the whole range. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** Its paging, if it has pages. */
  readonly paging?: Paging;
}

/** The names of an operation's paging parameters and of the keys of a page. */
export interface Paging {
  readonly skip: string;
  readonly limit: string;
  /** The maximum page size. */
  readonly max: number;
  readonly items: string;
  /** The key of the total number of entries, if the API returns it. */
  readonly total?: string;
  /** The parameter that must be `true` to include the list. */
  readonly when?: string;
}

/** Whether an operation only reads. Operations with pages are searches and lists. */
export function reads({ method, paging }: Pick<Operation, 'method' | 'paging'>): boolean {
  return method === 'GET' || paging !== undefined;
}

/** Finds the operation of a method and a path after the enterprise ID. Literal paths come first. */
export function findOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): Operation | undefined {
  const segments = path.split('/');
  return operations.find((operation) => {
    const expected = operation.path.split('/');
    return (
      operation.method === method &&
      expected.length === segments.length &&
      expected.every((name, index) => name.startsWith('{') || name === segments[index])
    );
  });
}
