import type { Client } from 'openapi-fetch';
import { acknowledge } from './acknowledgement.ts';
import type { AsyncMethods } from './generated/async-methods.ts';
import { rateLimit, table } from './generated/async-table.ts';
import { asyncUrl } from './generated/spec.ts';
import { type RateLimiter, rateLimiter } from './limiter.ts';
import { createApi } from './methods.ts';
import type { ClientOptions } from './options.ts';
import type { Trying } from './try.ts';
import type { AsyncPaths } from './wire.ts';

/** All clients of a process that use the same token share what the API documents to take. */
const standardLimiter: RateLimiter = /* @__PURE__ */ rateLimiter(rateLimit);

/** Options of {@link createAsyncClient}. */
export interface AsyncClientOptions extends ClientOptions {
  /**
   * A token of type **Async**: Settings → Website and API in the telecrm dashboard.
   *
   * @default the environment variable `TELECRM_ASYNC_TOKEN`
   */
  token?: string | undefined;
  /**
   * Where the Async API is, up to but without `/enterprise`. Set it to talk to the mock.
   *
   * @default the environment variable `TELECRM_ASYNC_URL`, else production
   */
  baseUrl?: string | undefined;
}

/** Queues leads, and actions with them, for telecrm to create or update. */
export interface AsyncClient extends AsyncMethods {
  /**
   * The same methods, made to resolve with `{ ok: true, data, response }` or
   * `{ ok: false, error }` instead of rejecting.
   */
  readonly try: Trying<AsyncMethods>;
  /**
   * The Async API path by path: an openapi-fetch client with the enterprise ID and the token
   * filled in. Calls resolve with `data` or `error`, and always with `response`.
   */
  readonly http: Client<AsyncPaths>;
}

/**
 * A client of telecrm's Async API, which queues what it is given and answers at once. It
 * never says what became of a lead: read it back through the Sync API to know, or let
 * {@link ingestAndVerify} do so.
 *
 * Throws at once, naming the option and the environment variable, when the enterprise ID or
 * the token is missing or cannot be right.
 *
 * @example
 * ```ts
 * import { createAsyncClient } from '@telecrm/client';
 *
 * const ingest = createAsyncClient();
 * const { status } = await ingest.createOrUpdateLead({
 *   body: {
 *     fields: { phone: '919999999999' },
 *     actions: [{ type: 'ACTION_1001', fields: { note: 'Site visit completed' } }],
 *   },
 * });
 * console.log(status);
 * ```
 */
export function createAsyncClient(options: AsyncClientOptions = {}): AsyncClient {
  const api = {
    type: 'Async' as const,
    production: asyncUrl,
    table,
    limiter: standardLimiter,
    accept: acknowledge,
    serialize: JSON.stringify,
  };
  return createApi<AsyncMethods, AsyncPaths>(api, options);
}
