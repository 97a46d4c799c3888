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
   * asked before every attempt, so a token can be rotated while the program runs.
   *
   * @default the environment variable `TELECRM_ASYNC_TOKEN`
   */
  token?: TokenSource<'Async'> | undefined;
  /**
   * Where the Async API is, up to but without `/enterprise`. Set it to talk to the sandbox.
   *
   * @default the environment variable `TELECRM_ASYNC_URL`, else production
   */
  baseUrl?: string | undefined;
}

/** Queues leads, and actions with them, for telecrm to create or update. */
export interface AsyncClient<in out W extends WorkspaceTypes = AnyWorkspace>
  extends AsyncMethods<W> {
  /**
   * The same methods, made to resolve with `{ ok: true, data, response }` or
   * `{ ok: false, error }` instead of rejecting.
   */
  readonly try: ResultMethods<AsyncMethods<W>>;
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
 *
 * @typeParam W The type that `telecrm types` wrote of your workspace. With it, only what the workspace has compiles:
 * its fields, options, statuses and custom actions.
 */
export function createAsyncClient<W extends WorkspaceTypes = AnyWorkspace>(
  options: AsyncClientOptions = {},
): AsyncClient<W> {
  const transport = openTransport(asyncApi, options);
  return createMethods<AsyncMethods<W>>(asyncApi.operations, transport, readAcknowledgement);
}
