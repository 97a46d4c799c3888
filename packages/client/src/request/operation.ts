/** An operation of the spec, as the client needs it at run time. The tables of them are generated. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path template behind `/enterprise/{enterpriseId}`: `/lead/{leadId}`. */
  readonly path: string;
  /** The names of its query parameters. */
  readonly query?: readonly string[];
  /** Whether it is idempotent: what happens when the same request arrives twice. */
  readonly repeat: 'harmless' | 'harmful' | 'harmless-without-actions';
  /** Keys that the body of a success holds, without which it proves nothing. */
  readonly required?: readonly string[];
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

/** Whether an operation changes nothing: what pages is a search or a list. */
export function reads({ method, paging }: Pick<Operation, 'method' | 'paging'>): boolean {
  return method === 'GET' || paging !== undefined;
}

/** The operation that a method and a path behind the enterprise ID lead to; literal paths stand first. */
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
