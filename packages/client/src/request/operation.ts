/** An operation of the spec, as the client needs it at run time. The tables of them are generated. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path template: `/enterprise/{enterpriseId}/lead/{leadId}`. */
  readonly path: string;
  /** The names of its query parameters. */
  readonly query: readonly string[];
  /** Whether it is idempotent: what happens when the same request arrives twice. */
  readonly repeat: 'harmless' | 'harmful' | 'harmless-without-actions';
  /** Whether it changes nothing. */
  readonly reads: boolean;
  /** Keys that the body of a success holds, without which it proves nothing. */
  readonly required: readonly string[];
  /** The error codes it documents, by status; `5XX` stands for its range. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** How it pages, when it does. */
  readonly paging?: Paging;
}

/** The names of an operation's paging parameters and of the keys that hold a page. */
export interface Paging {
  readonly skip: string;
  readonly limit: string;
  /** The largest page. */
  readonly max: number;
  readonly items: string;
  /** The key that counts all entries, where the API counts. */
  readonly total?: string;
  /** The parameter that must be `true` for the list to be there. */
  readonly when?: string;
}

/** The operation that a method and a URL path lead to; the first that fits, so literal paths stand first. */
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
