import type { AsyncMethods } from '../generated/async-methods.ts';
import { readAcknowledgement } from '../results/acknowledgement.ts';
import type { ResultMethods } from '../results/result.ts';
import type { AnyWorkspace } from '../workspace/any-workspace.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import { asyncApi } from './async-api.ts';
import { createMethods } from './create-methods.ts';
import type { ClientOptions } from './options.ts';
import type { TokenSource } from './token.ts';
import { openTransport } from './transport.ts';

/** Options of {@link createAsyncClient}. */
export interface AsyncClientOptions extends ClientOptions {
  /**
   * A token of type **Async**: Settings → Website and API in the telecrm dashboard. A function is
   * called before every attempt, so that a token can be rotated while the program runs.
   *
   * @default the environment variable `TELECRM_ASYNC_TOKEN`
   */
  token?: TokenSource<'Async'> | undefined;
  /**
   * The base URL of the Async API: the part before `/enterprise`. Set it to use the sandbox.
   *
   * @default the environment variable `TELECRM_ASYNC_URL`, else production
   */
  baseUrl?: string | undefined;
}

/** Queues leads and their actions, which telecrm then creates or updates. */
export interface AsyncClient<in out W extends WorkspaceTypes = AnyWorkspace>
  extends AsyncMethods<W> {
  /**
   * The same methods, which resolve with `{ ok: true, data, response }` or
   * `{ ok: false, error }` instead of rejecting.
   */
  readonly try: ResultMethods<AsyncMethods<W>>;
}

/**
 * Creates a client of telecrm's Async API, which queues leads and responds immediately. It never reports the
 * outcome of a lead: read the lead back through the Sync API, or use {@link ingestAndVerify}.
 *
 * @throws Error that names the option and the environment variable, if the enterprise ID or the token is
 * missing or invalid.
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
 *
 * @typeParam W The type that `telecrm types` generated for your workspace. With it, only fields, options, statuses and
 * custom actions of the workspace compile.
 */
export function createAsyncClient<W extends WorkspaceTypes = AnyWorkspace>(
  options: AsyncClientOptions = {},
): AsyncClient<W> {
  const transport = openTransport(asyncApi, options);
  return createMethods<AsyncMethods<W>>(asyncApi.operations, transport, readAcknowledgement);
}
