import { createAsyncHttp, createSyncHttp } from '@telecrm/client/http';
import { type Mock, startMock } from '@telecrm/mock';
import type { WorkspaceDefinition } from '@telecrm/workspace';
import { afterAll } from 'vitest';

/** The outcome of a queued lead, as the sandbox reports it. */
export interface Ingestion {
  state: string;
  outcome: string | null;
  lead_id: string | null;
  actions: { action_id: string | null; status: string }[];
  remarks: { field: string; remark: string }[];
}

/** A sandbox for one test file; a response of its own that violates the spec becomes a 500. */
export async function sandboxForThisFile(): Promise<Mock> {
  const mock = await startMock({ strict: true, asyncDelayMs: 5 });
  afterAll(() => mock.close());
  return mock;
}

/** An isolated workspace, and the two published clients connected to it. */
export async function freshWorkspace(mock: Mock, definition: WorkspaceDefinition = {}) {
  const { enterpriseId, syncToken, asyncToken } = await mock.workspaces.create(definition);
  const control = `${mock.url}/_sandbox/workspaces/${enterpriseId}`;
  const sync = { enterpriseId, token: syncToken, baseUrl: mock.baseUrls.sync };
  const async = { enterpriseId, token: asyncToken, baseUrl: mock.baseUrls.async };
  return {
    enterpriseId,
    syncToken,
    asyncToken,
    control,
    sync: createSyncHttp(sync),
    async: createAsyncHttp(async),
    /** Waits until the queue is empty, and returns the outcome of the lead that was queued last. */
    async lastIngestion(): Promise<Ingestion> {
      await fetch(`${control}/drain`, { method: 'POST' });
      const { data } = JSON.parse(await (await fetch(`${control}/ingestions?limit=1`)).text());
      return data[0];
    },
  };
}
