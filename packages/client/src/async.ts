import type { Client } from 'openapi-fetch';
import { connect } from './connect.ts';
import { production } from './generated/spec.ts';
import { createHttp } from './http.ts';
import type { ClientOptions } from './options.ts';
import type { AsyncPaths } from './wire.ts';

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
export interface AsyncClient {
  /**
   * The Async API path by path: an openapi-fetch client with the enterprise ID and the token
   * filled in. Calls resolve with `data` or `error`, and always with `response`.
   */
  readonly http: Client<AsyncPaths>;
}

/**
 * A client of telecrm's Async API, which queues what it is given and answers at once. It
 * never says what became of a lead: read it back through the Sync API to know.
 *
 * Throws at once, naming the option and the environment variable, when the enterprise ID or
 * the token is missing or cannot be right.
 *
 * @example
 * ```ts
 * import { createAsyncClient } from '@telecrm/client';
 *
 * const ingest = createAsyncClient();
 * const { data, error } = await ingest.http.POST('/enterprise/{enterpriseId}/autoupdatelead', {
 *   body: {
 *     fields: { phone: '919999999999' },
 *     actions: [{ type: 'ACTION_1001', fields: { note: 'Site visit completed' } }],
 *   },
 * });
 * if (error) throw new Error(error.error.message);
 * console.log(data.status);
 * ```
 */
export function createAsyncClient(options: AsyncClientOptions = {}): AsyncClient {
  const connection = connect('Async', production.async, options);
  return { http: createHttp<AsyncPaths>(connection, options) };
}
