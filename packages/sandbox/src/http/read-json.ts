import { yieldToEventLoop } from '@telecrm/workspace/store';
import type { ApiRequest } from './api-request.ts';
import { type ApiResponse, errorResponse } from './api-response.ts';
import { depthLimit, isDeeperThan } from './json-depth.ts';
import { largeBody } from './large-body.ts';

/** The maximum size of a body: 1 MB. */
export const bodyLimit = 1024 * 1024;

/** The parsed body (`undefined` if there was none) and its size in bytes, or the error response. */
export type JsonBody = { body: unknown; size: number } | { error: ApiResponse };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the body of a request as JSON. */
export async function readJson(request: ApiRequest): Promise<JsonBody> {
  if (Number(request.header('content-length')) > bodyLimit) return { error: tooLarge() };
  const bytes = await request.readBody(bodyLimit);
  if (bytes === 'too-large') return { error: tooLarge() };
  if (bytes === 'aborted') return { error: badRequest('The body did not arrive in full.') };
  if (bytes.length === 0) return { body: undefined, size: 0 };
  if ((request.header('content-encoding') ?? 'identity') !== 'identity') {
    return {
      error: unsupported('The body is compressed: send it uncompressed, without Content-Encoding.'),
    };
  }
  if (!isJson(request.header('content-type'))) {
    return {
      error: unsupported(
        'The body is not sent as JSON: add the header Content-Type: application/json.',
      ),
    };
  }
  const parsed = parse(bytes);
  if (bytes.length <= largeBody) return checkDepth(parsed);
  await yieldToEventLoop();
  const checked = checkDepth(parsed);
  await yieldToEventLoop();
  return checked;
}

function parse(bytes: Uint8Array): JsonBody {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { error: badRequest('The body is not UTF-8: send JSON in UTF-8.') };
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return { error: badRequest(notJson(error, text)) };
  }
  return { body, size: bytes.length };
}

function checkDepth(parsed: JsonBody): JsonBody {
  if ('error' in parsed || !isDeeperThan(depthLimit, parsed.body)) return parsed;
  return {
    error: badRequest(
      `The body is nested more than ${depthLimit} levels deep: send it with fewer objects and arrays inside each other.`,
    ),
  };
}

// The engine's own message quotes the body, which may contain personal data, so only the position is reported.
function notJson(error: unknown, text: string): string {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
  const before = position === undefined ? undefined : text.slice(0, Number(position)).split('\n');
  const location = before
    ? `look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
    : 'check quotes, commas and brackets';
  return `The body is not JSON: ${location}.`;
}

function isJson(contentType: string | undefined): boolean {
  // Without the header, the body is treated as JSON, the only type that both APIs accept.
  return contentType === undefined || /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType);
}

function badRequest(message: string): ApiResponse {
  return errorResponse(400, 'BAD_REQUEST', message);
}

function unsupported(message: string): ApiResponse {
  return errorResponse(415, 'UNSUPPORTED_MEDIA_TYPE', message);
}

function tooLarge(): ApiResponse {
  const message = 'The body is over 1 MB (1,048,576 bytes): send less in one call.';
  return errorResponse(413, 'PAYLOAD_TOO_LARGE', message);
}
