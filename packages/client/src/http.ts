import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { Connection } from './connect.ts';
import { userAgent } from './generated/spec.ts';
import type { ClientOptions } from './options.ts';
import { fillPath } from './path.ts';

/** An openapi-fetch client that knows its workspace and its token, and shows neither. */
export function createHttp<Paths extends object>(
  { enterpriseId, token, baseUrl }: Connection,
  { fetch, headers = {}, middleware = [] }: ClientOptions,
): Client<Paths> {
  const http = createClient<Paths>({
    baseUrl,
    headers,
    // Looked up late, so that a fetch replaced after this call (a test's, a tracer's) is used.
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
    pathSerializer: (path, values) => fillPath(path, { ...values, enterpriseId }),
    Request: requestTo(enterpriseId),
  });
  http.use(identify(token), ...middleware);
  return http;
}

/**
 * openapi-fetch fills no path when a call has no path parameters of its own, and a middleware
 * could only do it with a copy of the request, whose body is then a stream that cannot be sent
 * again. So the URL is completed where the request is made.
 */
function requestTo(enterpriseId: string): typeof Request {
  return class extends Request {
    constructor(...[input, init]: ConstructorParameters<typeof Request>) {
      super(typeof input === 'string' ? fillPath(input, { enterpriseId }) : input, init);
    }
  };
}

function identify(token: string): Middleware {
  return {
    onRequest({ request: { headers } }) {
      headers.set('Authorization', `Bearer ${token}`);
      const caller = headers.get('User-Agent');
      headers.set('User-Agent', caller ? `${caller} ${userAgent}` : userAgent);
    },
  };
}
