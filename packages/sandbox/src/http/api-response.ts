/** A response before it is encoded; `body` goes out as JSON. */
export interface ApiResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What goes out instead of `body`, as it is. */
  readonly raw?: { readonly text: string; readonly contentType: string };
}

/** A response as it goes over the wire. */
export interface EncodedResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string | undefined;
}

export function encodeResponse({ status, headers, body, raw }: ApiResponse): EncodedResponse {
  const all: Record<string, string> = { ...headers };
  const text = raw?.text ?? (body === undefined ? undefined : JSON.stringify(body));
  if (text !== undefined) all['content-type'] = raw?.contentType ?? 'application/json';
  // HTTP asks for it on every 401, and the examples of the spec cannot carry it.
  if (status === 401) all['www-authenticate'] = 'Bearer';
  return { status, headers: all, text };
}

/** The response to whatever is wrong: both APIs wrap every error in this envelope. */
export function errorResponse(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  return { status, headers, body: { error: { code, message } } };
}
