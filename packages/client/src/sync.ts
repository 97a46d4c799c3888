import type { Client } from 'openapi-fetch';
import { connect } from './connect.ts';
import { production } from './generated/spec.ts';
import { createHttp } from './http.ts';
import type { ClientOptions } from './options.ts';
import type { SyncPaths } from './wire.ts';

/** Options of {@link createSyncClient}. */
export interface SyncClientOptions extends ClientOptions {
  /**
   * A token of type **Sync**: Settings → Website and API in the telecrm dashboard. It reads
   * and writes the whole workspace, so keep it on your server.
   *
   * @default the environment variable `TELECRM_SYNC_TOKEN`
   */
  token?: string | undefined;
  /**
   * Where the Sync API is, up to but without `/enterprise`. Set it to talk to the mock.
   *
   * @default the environment variable `TELECRM_SYNC_URL`, else production
   */
  baseUrl?: string | undefined;
}

/** Reads, searches, creates and updates leads, actions and team members. */
export interface SyncClient {
  /**
   * The Sync API path by path: an openapi-fetch client with the enterprise ID and the token
   * filled in. Calls resolve with `data` or `error`, and always with `response`.
   */
  readonly http: Client<SyncPaths>;
}

/**
 * A client of telecrm's Sync API, which answers with the outcome of each call.
 *
 * Throws at once, naming the option and the environment variable, when the enterprise ID or
 * the token is missing or cannot be right.
 *
 * @example
 * ```ts
 * import { createSyncClient } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const { data, error } = await telecrm.http.POST('/enterprise/{enterpriseId}/lead', {
 *   body: { fields: { name: 'Jane Doe', phone: '919999999999' } },
 * });
 * if (error) throw new Error(error.error.message);
 * console.log(data.lead_id, data.remarks);
 * ```
 */
export function createSyncClient(options: SyncClientOptions = {}): SyncClient {
  const connection = connect('Sync', production.sync, options);
  return { http: createHttp<SyncPaths>(connection, options) };
}
