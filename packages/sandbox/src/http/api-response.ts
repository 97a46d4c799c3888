import { type Chunks, encodeJson } from './encode-json.ts';

/** A response before it is encoded. `body` is sent as JSON. */
export interface ApiResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent instead of `body`, unencoded. */
  readonly raw?: { readonly text: string; readonly contentType: string };
}

/** An encoded response. */
export interface EncodedResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Chunks if it is large. */
  readonly content: string | Chunks | undefined;
}

/**
 * Encodes a response. A large body is encoded in chunks and yields to the event loop between them.
 *
 * @example
 * ```ts
 * import { encodeResponse } from '@telecrm/sandbox/adapter';
 *
 * const { status, headers, content } = await encodeResponse({ status: 200, body: { ok: true } });
 * console.log(status, headers['content-type'], content);
 * ```
 */
export async function encodeResponse(response: ApiResponse): Promise<EncodedResponse> {
  const { status, headers, body, raw } = response;
  const all: Record<string, string> = { ...headers };
  const content = raw?.text ?? (body === undefined ? undefined : await encodeJson(body));
  if (content !== undefined) all['content-type'] = raw?.contentType ?? 'application/json';
  // HTTP requires this header in every 401, and the examples of the spec cannot contain it.
  if (status === 401) all['www-authenticate'] = 'Bearer';
  return { status, headers: all, content };
}

/**
 * An error response in the envelope that both APIs use.
 *
 * @example
 * ```ts
 * import { encodeResponse, errorResponse } from '@telecrm/sandbox/adapter';
 *
 * const response = errorResponse(404, 'LEAD_NOT_FOUND', 'No lead has this ID.');
 * console.log((await encodeResponse(response)).content);
 * ```
 */
export function errorResponse(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  return { status, headers, body: { error: { code, message } } };
}
