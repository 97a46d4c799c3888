/** The two APIs path by path, by openapi-fetch. */
import type { Client } from 'openapi-fetch';
import { asyncApi } from '../clients/async-api.ts';
import type { AsyncClientOptions } from '../clients/async-client.ts';
import { syncApi } from '../clients/sync-api.ts';
import type { SyncClientOptions } from '../clients/sync-client.ts';
import { openTransport } from '../clients/transport.ts';
import type { AsyncPaths, SyncPaths } from '../wire-types.ts';
import { createHttp } from './create-http.ts';

/** The Sync API path by path: see {@link createSyncHttp}. */
export type SyncHttp = Client<SyncPaths>;

/** The Async API path by path: see {@link createAsyncHttp}. */
export type AsyncHttp = Client<AsyncPaths>;

/**
 * The Sync API path by path: an openapi-fetch client with the enterprise ID and the token filled in,
 * which sends as {@link createSyncClient} does, with the same options, retries and time-outs. Calls
 * resolve with `data` or `error`, and always with `response`. For what the methods do not offer.
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
 * The Async API path by path: an openapi-fetch client with the enterprise ID and the token filled in,
 * which sends as {@link createAsyncClient} does, with the same options, retries and time-outs. Calls
 * resolve with `data` or `error`, and always with `response`. For what the methods do not offer.
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
