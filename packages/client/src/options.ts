import type { Middleware } from 'openapi-fetch';

/** What both clients accept. Everything has a default, so a call with no options is fine. */
export interface ClientOptions {
  /**
   * The workspace to work in: Settings → Website and API in the telecrm dashboard.
   *
   * @default the environment variable `TELECRM_ENTERPRISE_ID`
   */
  enterpriseId?: string | undefined;
  /**
   * Headers to add to every call. `Authorization` always stays the client's own, and a
   * `User-Agent` of yours is put before the client's.
   *
   * @example
   * ```ts
   * import { createSyncClient } from '@telecrm/client';
   *
   * createSyncClient({ headers: { 'User-Agent': 'acme-website/2.1' } });
   * ```
   */
  headers?: Headers | Record<string, string> | undefined;
  /**
   * openapi-fetch middleware for every call, run in this order after the client has put its
   * own headers on the request. `request.headers` holds the token: do not log it.
   *
   * @example
   * ```ts
   * import { createSyncClient } from '@telecrm/client';
   *
   * createSyncClient({
   *   middleware: [
   *     { onResponse: ({ schemaPath, response }) => console.log(schemaPath, response.status) },
   *   ],
   * });
   * ```
   */
  middleware?: readonly Middleware[] | undefined;
  /**
   * What sends the request.
   *
   * @default the global `fetch`, looked up at each call
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}
