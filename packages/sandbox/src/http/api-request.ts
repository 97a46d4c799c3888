/** A request, independent of the server and the runtime. */
export interface ApiRequest {
  /** In upper case. */
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly pathname: string;
  /** The query without its question mark; empty if there is none. */
  readonly search: string;
  /** Returns a header by its lower-case name. */
  header(name: string): string | undefined;
  /** Reads the whole body, once; `'too-large'` if it exceeds the limit, `'aborted'` if it is incomplete. */
  readBody(limit: number): Promise<Uint8Array | 'too-large' | 'aborted'>;
  /**
   * The network of the client, such as its address, if a server knows it. A shared sandbox limits by it what callers
   * without a key create.
   */
  network?(): string;
  /** Called with the operation of the request once it is known. */
  onRouted?(operation: RoutedOperation): void;
  /** Waits for the delay of a fault; a timer does if this is missing. */
  delay?(milliseconds: number): Promise<void>;
}

/** An operation of one of the APIs, or of the control surface. */
export interface RoutedOperation {
  readonly api: string;
  readonly id: string;
}

/** Converts a web-standard `Request`. */
export function fromRequest(request: Request): ApiRequest {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    pathname,
    search: search.slice(1),
    header: (name) => request.headers.get(name) ?? undefined,
    readBody: (limit) => readStream(request.body, limit),
  };
}

async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | 'too-large' | 'aborted'> {
  if (stream === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limit) {
        reader.cancel().catch(() => {});
        return 'too-large';
      }
      chunks.push(part.value);
    }
  } catch {
    return 'aborted';
  }
  return concat(chunks, size);
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first) return first;
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
