import createClient, { type Client } from 'openapi-fetch';
import type { Connection } from './connect.ts';
import { userAgent } from './generated/spec.ts';
import type { Operation } from './operation.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { fillPath } from './path.ts';
import type { Send } from './send.ts';

/** Gives the `fetch` for one call of an operation. */
export type FetchFor = (
  call: CallOptions,
  operation?: Operation,
) => (request: Request) => Promise<Response>;

/** An openapi-fetch client that knows its workspace and its token, and shows neither. */
export function createHttp<Paths extends object>(
  { enterpriseId, token, baseUrl }: Connection,
  { headers = {}, middleware = [] }: ClientOptions,
  operations: readonly Operation[],
  bodySerializer: (body: unknown) => string,
  send: Send,
): { http: Client<Paths>; fetchFor: FetchFor } {
  const ours = new WeakMap<Request, { body: string | undefined; operation?: Operation }>();

  const fetchFor: FetchFor = (call, operation) => async (request) => {
    // Only a middleware can put another request in the place of ours.
    const { body, ...known } = ours.get(request) ?? { body: await request.clone().text() };
    return send(request, body || undefined, call, operation ?? known.operation);
  };

  /**
   * openapi-fetch fills no path when a call has no path parameters of its own, and a middleware
   * could only do it with a copy of the request, whose body is then a stream that cannot be sent
   * again. So the URL is completed where the request is made, and its body kept for a second try.
   */
  function ourRequest(url: string, init: RequestInit & { body?: string }): Request {
    const request = new Request(fillPath(url, { enterpriseId }), init);
    ours.set(request, { body: init.body });
    return request;
  }
  // Whatever request a middleware returns passes for one of ours.
  ourRequest.prototype = Request.prototype;

  const http = createClient<Paths>({
    baseUrl,
    headers,
    fetch: fetchFor({}),
    pathSerializer: (path, values) => fillPath(path, { ...values, enterpriseId }),
    bodySerializer,
    // A function that returns an object is a constructor too.
    Request: ourRequest as unknown as typeof Request,
  });
  http.use(
    {
      onRequest({ request, schemaPath }) {
        const { headers, method } = request;
        headers.set('Authorization', `Bearer ${token}`);
        headers.set('User-Agent', `${headers.get('User-Agent') ?? ''} ${userAgent}`);
        const operation = operations.find((o) => o.path === schemaPath && o.method === method);
        Object.assign(ours.get(request) ?? {}, { operation });
      },
    },
    ...middleware,
  );
  return { http, fetchFor };
}
