import type { Fault, Ingestion, SandboxOptions, SandboxWorkspace } from '@telecrm/sandbox';
import { assertOptions } from '../arguments/assert-argument.ts';
import {
  type AsyncClient,
  type AsyncClientOptions,
  createAsyncClient,
} from '../clients/async-client.ts';
import {
  createSyncClient,
  type SyncClient,
  type SyncClientOptions,
} from '../clients/sync-client.ts';
import type { AsyncToken, SyncToken } from '../clients/token.ts';
import type { AnyWorkspace } from '../workspace/any-workspace.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';

/** Options of {@link startSandbox}: those of the sandbox, such as `workspace` or `asyncDelayMs`. */
export interface TestSandboxOptions extends SandboxOptions {
  /** Options of both clients, such as `retry` or `logger`. */
  client?: Omit<SyncClientOptions & AsyncClientOptions, 'token'>;
}

/** A sandbox and its clients. */
export interface TestSandbox<W extends WorkspaceTypes = AnyWorkspace> extends AsyncDisposable {
  readonly sync: SyncClient<W>;
  readonly async: AsyncClient<W>;
  /** The workspace of the clients: its leads, requests, faults and more. */
  readonly workspace: SandboxWorkspace;
  /**
   * The function that the clients send requests with. If your program creates its own clients, pass
   * it as their option `fetch`, together with {@link env}.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The credentials and base URLs. No server listens there: use them with {@link fetch}. */
  readonly env: {
    readonly TELECRM_ENTERPRISE_ID: string;
    readonly TELECRM_SYNC_TOKEN: SyncToken;
    readonly TELECRM_ASYNC_TOKEN: AsyncToken;
    readonly TELECRM_SYNC_URL: string;
    readonly TELECRM_ASYNC_URL: string;
  };
  /** Waits until all queued leads have been processed. */
  drain(): Promise<void>;
  /** Waits until all queued leads have been processed, and returns their outcomes, newest first. */
  ingestions(): Promise<Ingestion[]>;
  /** Replaces the simulated faults. Without arguments, it removes all of them. */
  fail(...faults: Fault[]): Promise<void>;
  /** Deletes all leads of the workspace. Its tokens stay valid. */
  reset(): Promise<void>;
  /** Closes the sandbox. `await using` does this automatically. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox in this process, with an empty workspace, and returns clients for it. It needs no
 * server and shares no state, so hundreds can run in parallel. It works with every test runner, such
 * as Vitest, Jest and node:test. Requires `@telecrm/sandbox`.
 *
 * @example
 * ```ts
 * import { startSandbox } from '@telecrm/client/testing';
 *
 * await using sandbox = await startSandbox();
 * await sandbox.async.createOrUpdateLead({ body: { fields: { phone: '919999999999' } } });
 * const [ingestion] = await sandbox.ingestions();
 * console.log(ingestion?.outcome, ingestion?.remarks);
 * ```
 *
 * @typeParam W The type that `telecrm types` generated for the workspace of the clients.
 */
export async function startSandbox<W extends WorkspaceTypes = AnyWorkspace>(
  options: TestSandboxOptions = {},
): Promise<TestSandbox<W>> {
  assertOptions(options);
  const { client, workspace: definition, ...sandboxOptions } = options;
  const { createSandbox } = await import('@telecrm/sandbox').catch((cause) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The sandbox, a separate package, cannot be loaded (${reason}): npm install --save-dev @telecrm/sandbox`,
      { cause },
    );
  });
  const sandbox = createSandbox(sandboxOptions);
  // The default workspace of a sandbox has example leads; a new workspace is empty.
  const workspace = await sandbox.workspaces.create(definition).catch(async (error) => {
    await sandbox.close();
    throw error;
  });
  const { enterpriseId, syncToken, asyncToken } = workspace;
  const { sync, async } = sandbox.baseUrls;
  const shared = { ...client, enterpriseId, fetch: client?.fetch ?? sandbox.fetch };
  return {
    sync: createSyncClient<W>({ ...shared, token: syncToken, baseUrl: sync }),
    async: createAsyncClient<W>({ ...shared, token: asyncToken, baseUrl: async }),
    workspace,
    fetch: sandbox.fetch,
    env: {
      TELECRM_ENTERPRISE_ID: enterpriseId,
      TELECRM_SYNC_TOKEN: syncToken as SyncToken,
      TELECRM_ASYNC_TOKEN: asyncToken as AsyncToken,
      TELECRM_SYNC_URL: sync,
      TELECRM_ASYNC_URL: async,
    },
    drain: () => workspace.drain(),
    async ingestions() {
      // A test could mistake an ingestion without an outcome for a success.
      await workspace.drain();
      return (await workspace.ingestions({ limit: 100 })).data;
    },
    async fail(...faults) {
      await workspace.faults.replace(faults);
    },
    reset: () => workspace.reset(),
    close: () => sandbox.close(),
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}
