import type { Fault, Ingestion, SandboxOptions, SandboxWorkspace } from '@telecrm/sandbox';
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

/** Options of {@link startSandbox}: those of the sandbox, `workspace` or `asyncDelayMs` for instance. */
export interface TestSandboxOptions extends SandboxOptions {
  /** Options for both clients, `retry` or `logger` for instance. */
  client?: Omit<SyncClientOptions & AsyncClientOptions, 'token'>;
}

/** A sandbox with clients for it. */
export interface TestSandbox<W extends WorkspaceTypes = AnyWorkspace> extends AsyncDisposable {
  readonly sync: SyncClient<W>;
  readonly async: AsyncClient<W>;
  /** The workspace behind the clients: its leads, requests, faults and more. */
  readonly workspace: SandboxWorkspace;
  /**
   * What the clients send by. A program of yours that makes its own clients takes it as their
   * option `fetch`, together with {@link env}.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Credentials and addresses. No server listens there: only {@link fetch} knows them. */
  readonly env: {
    readonly TELECRM_ENTERPRISE_ID: string;
    readonly TELECRM_SYNC_TOKEN: SyncToken;
    readonly TELECRM_ASYNC_TOKEN: AsyncToken;
    readonly TELECRM_SYNC_URL: string;
    readonly TELECRM_ASYNC_URL: string;
  };
  /** Waits until all that was queued has been processed. */
  drain(): Promise<void>;
  /** What became of the leads that were queued, newest first, once all of them are processed. */
  ingestions(): Promise<Ingestion[]>;
  /** Replaces the failures on purpose; without any, all calls work again. */
  fail(...faults: Fault[]): Promise<void>;
  /** Back to a workspace without leads, with the same tokens. */
  reset(): Promise<void>;
  /** Ends the sandbox. `await using` does it by itself. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox in this process, with an empty workspace, and returns clients for it. No port, no
 * server and nothing shared: hundreds of them can run in parallel. For tests in Vitest, Jest,
 * node:test or whatever you like. Needs `@telecrm/sandbox` installed.
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
 * @typeParam W The type that `telecrm types` wrote of the workspace, for the clients.
 */
export async function startSandbox<W extends WorkspaceTypes = AnyWorkspace>(
  options: TestSandboxOptions = {},
): Promise<TestSandbox<W>> {
  const { client, workspace: definition, ...sandboxOptions } = options;
  const { createSandbox } = await import('@telecrm/sandbox').catch((cause) => {
    throw new Error(
      'The sandbox is a package of its own: npm install --save-dev @telecrm/sandbox',
      { cause },
    );
  });
  const sandbox = createSandbox(sandboxOptions);
  // The default workspace of a sandbox holds leads; one of its own is empty.
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
      // One that is not processed yet says nothing, which a test could take for a success.
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
