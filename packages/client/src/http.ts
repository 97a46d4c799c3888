import createClient, { type Client } from 'openapi-fetch';
import type { Connection } from './connect.ts';
import { userAgent } from './generated/spec.ts';
import type { Operation } from './operation.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { fillPath } from './path.ts';
import type { Send } from './send.ts';

const never = new AbortController().signal;

/** Gives the `fetch` for one call of an operation. */
type FetchFor = (
  call: CallOptions,
  operation?: Operation,
) => (request: Request) => Promise<Response>;

/** What is known of a request that openapi-fetch makes. */
interface Known {
  body: string | undefined;
  operation?: Operation | undefined;
}

/** An openapi-fetch client that knows its workspace and its token, and shows neither. */
export function createHttp<Paths extends object>(
  { enterpriseId, token, baseUrl }: Connection,
  { headers = {}, middleware = [] }: ClientOptions,
  operations: readonly Operation[],
  bodySerializer: (body: unknown) => string,
  send: Send,
): { http: Client<Paths>; initFor: (call: CallOptions, operation: Operation) => object } {
  const ours = new WeakMap<Request, Known>();

  const fetchFor: FetchFor = (call, operation) => async (request) => {
    // Only a middleware can put another request in the place of ours.
    const known: Known = ours.get(request) ?? { body: await request.clone().text() };
    return send(request, known.body, call, operation ?? known.operation);
  };

  /**
   * openapi-fetch fills no path when a call has no path parameters of its own, and a middleware
   * could only do it with a copy of the request, whose body is then a stream that cannot be sent
   * again. So the URL is completed where the request is made, and its body kept for a second try.
   *
   * A light one has what openapi-fetch and the sending need and is no Request, which takes a tenth
   * of a call to make; it is for calls that no middleware but ours can see.
   */
  function makeRequest(light: boolean): typeof Request {
    function create(template: string, init: RequestInit & { body?: string }): Request {
      const url = fillPath(template, { enterpriseId });
      const request = light
        ? ({ signal: never, ...init, url } as unknown as Request)
        : new Request(url, init);
      ours.set(request, { body: init.body });
      return request;
    }
    // Whatever request a middleware returns passes for one of ours.
    create.prototype = Request.prototype;
    // A function that returns an object is a constructor too.
    return create as unknown as typeof Request;
  }

  const http = createClient<Paths>({
    baseUrl,
    headers,
    fetch: fetchFor({}),
    pathSerializer: (path, values) => fillPath(path, { ...values, enterpriseId }),
    bodySerializer,
    Request: makeRequest(false),
  });
  http.use(
    {
      onRequest({ request, schemaPath }) {
        const { headers, method } = request;
        headers.set('Authorization', `Bearer ${token}`);
        headers.set('User-Agent', `${headers.get('User-Agent') ?? ''} ${userAgent}`);
        const known = ours.get(request);
        if (known)
          known.operation = operations.find((o) => o.path === schemaPath && o.method === method);
      },
    },
    ...middleware,
  );
  // Whoever adds middleware, now or later, expects it to see whole requests.
  let light = middleware.length > 0 ? undefined : makeRequest(true);
  const { use } = http;
  http.use = (...more) => {
    light = undefined;
    use(...more);
  };
  return {
    http,
    initFor: (call, operation) => ({ fetch: fetchFor(call, operation), Request: light }),
  };
}
