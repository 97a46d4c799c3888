import type { SyncMethods } from '../generated/sync-methods.ts';
import type { ResultMethods } from '../results/result.ts';
import { readSyncResponse } from '../results/sync-response.ts';
import type { AnyWorkspace } from '../workspace/any-workspace.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import { createMethods } from './create-methods.ts';
import type { ClientOptions } from './options.ts';
import { syncApi } from './sync-api.ts';
import type { TokenSource } from './token.ts';
import { openTransport } from './transport.ts';

/** Options of {@link createSyncClient}. */
export interface SyncClientOptions extends ClientOptions {
  /**
   * A token of type **Sync**: Settings → Website and API in the telecrm dashboard. It reads
   * and writes the whole workspace, so keep it on your server. A function is called before every
   * attempt, so that a token can be rotated while the program runs.
   *
   * @default the environment variable `TELECRM_SYNC_TOKEN`
   */
  token?: TokenSource<'Sync'> | undefined;
  /**
   * The base URL of the Sync API: the part before `/enterprise`. Set it to use the sandbox.
   *
   * @default the environment variable `TELECRM_SYNC_URL`, else production
   */
  baseUrl?: string | undefined;
}

/** Reads, searches, creates and updates leads, actions and team members. */
export interface SyncClient<in out W extends WorkspaceTypes = AnyWorkspace> extends SyncMethods<W> {
  /**
   * The same methods, which resolve with `{ ok: true, data, response }` or
   * `{ ok: false, error }` instead of rejecting.
   */
  readonly try: ResultMethods<SyncMethods<W>>;
}

/**
 * Creates a client of telecrm's Sync API, which responds with the outcome of each call. Its methods resolve
 * with the body of the response or reject with a {@link TelecrmError}.
 *
 * @throws Error that names the option and the environment variable, if the enterprise ID or the token is
 * missing or invalid.
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
 *
 * @typeParam W The type that `telecrm types` generated for your workspace. With it, only fields, options, statuses and
 * custom actions of the workspace compile.
 */
export function createSyncClient<W extends WorkspaceTypes = AnyWorkspace>(
  options: SyncClientOptions = {},
): SyncClient<W> {
  const transport = openTransport(syncApi, options);
  return createMethods<SyncMethods<W>>(syncApi.operations, transport, readSyncResponse);
}
