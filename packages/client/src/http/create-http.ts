import createClient, { type Client } from 'openapi-fetch';
import type { Transport } from '../clients/transport.ts';
import { noMask } from '../errors/mask.ts';
import { responseError, unexpected } from '../errors/response-error.ts';
import { describeBody, parseBody } from '../request/body.ts';
import { fillPath } from '../request/fill-path.ts';
import { findOperation, type Operation, reads } from '../request/operation.ts';
import { isIdempotent, requestHeaders } from '../request/request.ts';
import type { ApiResponse } from '../send/send.ts';

/** The start of a path to which openapi-fetch did not apply the path parameters, because the call has none. */
const unfilled = '/enterprise/%7BenterpriseId%7D';

/** Creates an openapi-fetch client that sends requests like the methods. */
export function createHttp<Paths extends object>(
  operations: readonly Operation[],
  { send, defaults }: Transport,
): Client<Paths> {
  const { baseUrl, enterpriseId, headers, prepareBody } = defaults;
  /** The call of each response that a middleware receives. */
  const calls = new WeakMap<Response, Call>();

  async function sendRequest(request: Request): Promise<Response> {
    const { method, signal } = request;
    const filled = `/enterprise/${encodeURIComponent(enterpriseId)}`;
    const url = request.url.replace(unfilled, filled);
    const base = new URL(baseUrl).href.replace(/\/$/, '');
    // The token must not be sent to another server, even if a call has another base URL.
    if (!url.startsWith(`${base}/`)) throw new TypeError(`the URL is outside ${base}`);
    const path = new URL(url).pathname.slice(new URL(base + filled).pathname.length);
    const operation = findOperation(operations, method, path);
    const body = request.body ? await request.text() : undefined;
    const idempotent = operation
      ? isIdempotent(operation, parseBody(body ?? ''))
      : method === 'GET';
    const own = requestHeaders(undefined, request.headers);
    const api = await send({ method, url, headers: own, body, operation, idempotent }, { signal });
    const response = api.response.ok ? okResponse(api) : errorResponse(api, operation);
    calls.set(response, { api, operation });
    return response;
  }

  const http = createClient<Paths>({
    baseUrl,
    headers: headers ?? {},
    fetch: sendRequest,
    pathSerializer: (path, values) => fillPath(path, { ...values, enterpriseId }),
    bodySerializer: (body) => JSON.stringify(prepareBody(body)),
  });
  http.use({
    // openapi-fetch itself does not check for missing parameters.
    onRequest({ schemaPath, params }) {
      fillPath(schemaPath, { ...params.path, enterpriseId });
    },
    // openapi-fetch itself would reject with a SyntaxError. This runs after the middleware of the caller.
    async onResponse({ response, options }) {
      if (!response.ok || options.parseAs !== 'json') return;
      const text = await response.clone().text();
      // A response that a middleware created does not belong to a call.
      const made: ApiResponse = { response, text, mask: noMask, mayHaveHappened: false };
      const { api, operation } = calls.get(response) ?? { api: made, operation: undefined };
      // Only the response to a write must have a body, because it confirms the write.
      const mayBeEmpty = !operation?.required || reads(operation);
      if (text === '' ? mayBeEmpty : parseBody(text) !== text) return;
      throw responseError({ ...api, text }, operation, unexpected(response, describeBody(text)));
    },
  });
  return http;
}

interface Call {
  readonly api: ApiResponse;
  readonly operation: Operation | undefined;
}

function okResponse({ response, text }: ApiResponse): Response {
  return new Response(text || null, response);
}

/** An error with the body that the types describe, even if a server in front of the API sent another body or none. */
function errorResponse(api: ApiResponse, operation: Operation | undefined): Response {
  const { body, code, message, headers } = responseError(api, operation);
  const envelope = typeof body === 'object' ? body : { error: { code, message } };
  const own = new Headers(headers);
  // They describe the original body.
  for (const name of ['content-length', 'content-encoding']) own.delete(name);
  const { status, statusText } = api.response;
  return new Response(JSON.stringify(envelope), { status, statusText, headers: own });
}
