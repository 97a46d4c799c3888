/// <reference lib="esnext.disposable" preserve="true" />
import type { MockOptions } from '@telecrm/mock';
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
import type { SyncSchemas } from '../wire-types.ts';

/** A failure on purpose. With a `status` from 400 on, or `drop: 'before'`, nothing is done. */
export interface SandboxFault {
  /** The operation it befalls; all of them unless given. */
  operationId?: string;
  status?: number;
  /** How many answers it befalls; all unless given. */
  times?: number;
  retryAfterSeconds?: number;
  delayMs?: number;
  /** A string is sent as it is, anything else as JSON. */
  body?: unknown;
  contentType?: string;
  /** Ends the connection instead of answering, before the work or after it. */
  drop?: 'before' | 'after';
}

/** What became of a lead that was sent to the Async API, and why. */
export interface SandboxIngestion {
  outcome: 'CREATED' | 'UPDATED' | 'DROPPED' | null;
  lead_id: string | null;
  request: { fields?: unknown; actions?: unknown };
  actions: SyncSchemas['ActionResult'][];
  remarks: SyncSchemas['Remark'][];
}

/** Options of {@link startSandbox}. */
export interface TestSandboxOptions {
  /** What differs from the sandbox's default workspace: its fields, actions, team and so on. */
  workspace?: MockOptions['workspace'];
  /** Options for both clients, `retry` or `logger` for instance. */
  client?: SyncClientOptions & AsyncClientOptions;
  /** Options for the sandbox itself, `requestsPerHour` for instance. */
  sandbox?: MockOptions;
}

/** A sandbox of your own, with clients that are ready to use. */
export interface TestSandbox extends AsyncDisposable {
  readonly sync: SyncClient;
  readonly async: AsyncClient;
  /** Origin, base URLs and credentials, for programs that make clients of their own. */
  readonly env: Record<
    | 'TELECRM_ENTERPRISE_ID'
    | 'TELECRM_SYNC_TOKEN'
    | 'TELECRM_ASYNC_TOKEN'
    | 'TELECRM_SYNC_URL'
    | 'TELECRM_ASYNC_URL',
    string
  >;
  /** Waits until all that was queued has been processed. */
  drain(): Promise<void>;
  /** What became of the leads that were queued, newest first. */
  ingestions(): Promise<SandboxIngestion[]>;
  /** Replaces the failures on purpose; without any, all is well again. */
  fail(...faults: SandboxFault[]): Promise<void>;
  /** Back to a workspace without leads, with the same tokens. */
  reset(): Promise<void>;
  /** Ends the sandbox. `await using` does it by itself. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox in this process, on a free port and with a fresh workspace, and returns clients
 * for it. For tests in Vitest, node:test or whatever you like. Needs `@telecrm/mock` installed.
 *
 * @example
 * ```ts
 * import { startSandbox } from '@telecrm/client/testing';
 *
 * await using sandbox = await startSandbox();
 * await sandbox.async.createOrUpdateLead({ body: { fields: { phone: '919999999999' } } });
 * await sandbox.drain();
 * const [ingestion] = await sandbox.ingestions();
 * console.log(ingestion?.outcome, ingestion?.remarks);
 * ```
 */
export async function startSandbox(options: TestSandboxOptions = {}): Promise<TestSandbox> {
  const { startMock } = await import('@telecrm/mock').catch((cause) => {
    throw new Error('The sandbox is a package of its own: npm install --save-dev @telecrm/mock', {
      cause,
    });
  });
  const mock = await startMock(options.sandbox);
  const { enterpriseId, syncToken, asyncToken } = await mock.workspaces.create(options.workspace);
  const control = `${mock.url}/_sandbox/workspaces/${encodeURIComponent(enterpriseId)}`;
  const token = options.sandbox?.controlToken;
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const env = {
    TELECRM_ENTERPRISE_ID: enterpriseId,
    TELECRM_SYNC_TOKEN: syncToken,
    TELECRM_ASYNC_TOKEN: asyncToken,
    TELECRM_SYNC_URL: mock.baseUrls.sync,
    TELECRM_ASYNC_URL: mock.baseUrls.async,
  };
  const shared = { ...options.client, enterpriseId };

  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const json = { ...headers, 'Content-Type': 'application/json' };
    const response = await fetch(`${control}/${path}`, {
      method,
      headers: body === undefined ? headers : json,
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (response.ok) return response;
    throw new Error(`The sandbox refused ${method} ${path}: ${await response.text()}`);
  }

  return {
    sync: createSyncClient({ ...shared, token: syncToken, baseUrl: env.TELECRM_SYNC_URL }),
    async: createAsyncClient({ ...shared, token: asyncToken, baseUrl: env.TELECRM_ASYNC_URL }),
    env,
    async drain() {
      await ask('POST', 'drain');
    },
    async ingestions() {
      const response = await ask('GET', 'ingestions?limit=100');
      // The sandbox checks its answers against its own description.
      return ((await response.json()) as { data: SandboxIngestion[] }).data;
    },
    async fail(...faults) {
      await ask('PUT', 'faults', faults);
    },
    async reset() {
      await ask('POST', 'reset');
    },
    close: () => mock.close(),
    [Symbol.asyncDispose]: () => mock.close(),
  };
}
