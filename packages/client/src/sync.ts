import type { Client } from 'openapi-fetch';
import { syncUrl } from './generated/spec.ts';
import type { SyncMethods } from './generated/sync-methods.ts';
import { table } from './generated/sync-table.ts';
import { acceptObject, createApi } from './methods.ts';
import type { ClientOptions } from './options.ts';
import { paged } from './paging.ts';
import type { Trying } from './try.ts';
import { bareCodes } from './values/custom-action.ts';
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
export interface SyncClient extends SyncMethods {
  /**
   * The same methods, made to resolve with `{ ok: true, data, response }` or
   * `{ ok: false, error }` instead of rejecting.
   */
  readonly try: Trying<SyncMethods>;
  /**
   * The Sync API path by path: an openapi-fetch client with the enterprise ID and the token
   * filled in. Calls resolve with `data` or `error`, and always with `response`.
   */
  readonly http: Client<SyncPaths>;
}

/**
 * A client of telecrm's Sync API, which answers with the outcome of each call. Its methods resolve
 * with the body of the answer or reject with a {@link TelecrmError}.
 *
 * Throws at once, naming the option and the environment variable, when the enterprise ID or
 * the token is missing or cannot be right.
 *
 * @example
 * ```ts
 * import { createSyncClient } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const { lead_id, remarks } = await telecrm.createLead({
 *   body: { fields: { name: 'Jane Doe', phone: '919999999999' } },
 * });
 * console.log(lead_id, remarks);
 * ```
 */
export function createSyncClient(options: SyncClientOptions = {}): SyncClient {
  const api = {
    type: 'Sync' as const,
    production: syncUrl,
    table,
    accept: acceptObject,
    serialize: bareCodes,
    paged,
  };
  return createApi<SyncMethods, SyncPaths>(api, options);
}
