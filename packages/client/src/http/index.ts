/** Low-level access to the two APIs by path, with openapi-fetch. */
import type { Client } from 'openapi-fetch';
import { asyncApi } from '../clients/async-api.ts';
import type { AsyncClientOptions } from '../clients/async-client.ts';
import { syncApi } from '../clients/sync-api.ts';
import type { SyncClientOptions } from '../clients/sync-client.ts';
import { openTransport } from '../clients/transport.ts';
import type { AsyncPaths, SyncPaths } from '../wire-types.ts';
import { createHttp } from './create-http.ts';

/** Access to the Sync API by path; see {@link createSyncHttp}. */
export type SyncHttp = Client<SyncPaths>;

/** Access to the Async API by path; see {@link createAsyncHttp}. */
export type AsyncHttp = Client<AsyncPaths>;

/**
 * Creates an openapi-fetch client for the Sync API, for requests that the methods do not support. It fills in the
 * enterprise ID and the token, and sends as {@link createSyncClient} does, with the same options, retries and timeouts.
 * Calls resolve with `data` or `error`, and always with `response`.
 *
 * @example
 * ```ts
 * import { createSyncHttp } from '@telecrm/client/http';
 *
 * const http = createSyncHttp();
 * const { data, error } = await http.GET('/enterprise/{enterpriseId}/metadata');
 * console.log(data?.name, error?.error.code);
 * ```
 */
export function createSyncHttp(options: SyncClientOptions = {}): SyncHttp {
  return createHttp<SyncPaths>(syncApi.operations, openTransport(syncApi, options));
}

/**
 * Creates an openapi-fetch client for the Async API, for requests that the methods do not support. It fills in the
 * enterprise ID and the token, and sends as {@link createAsyncClient} does, with the same options, retries and timeouts.
 * Calls resolve with `data` or `error`, and always with `response`.
 *
 * @example
 * ```ts
 * import { createAsyncHttp } from '@telecrm/client/http';
 *
 * const http = createAsyncHttp();
 * const { data } = await http.POST('/enterprise/{enterpriseId}/autoupdatelead', {
 *   body: { fields: { phone: '919999999999' } },
 * });
 * console.log(data?.status);
 * ```
 */
export function createAsyncHttp(options: AsyncClientOptions = {}): AsyncHttp {
  return createHttp<AsyncPaths>(asyncApi.operations, openTransport(asyncApi, options));
}
