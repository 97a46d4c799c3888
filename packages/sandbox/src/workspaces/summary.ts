import type { SandboxStorage } from '../storage/storage.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import type { WorkspaceSummary } from './sandbox-workspace.ts';

/** Counts of workspaces. */
export async function summariesOf(
  { workspaces }: SandboxStorage,
  records: readonly WorkspaceRecord[],
): Promise<WorkspaceSummary[]> {
  const all = await workspaces.usage(records.map(({ enterpriseId }) => enterpriseId));
  return records.map(({ enterpriseId, state, partnerId, expiresOn }, index) => {
    const { leads = 0, ingestions = 0, queued = 0, requests = 0, faults = 0 } = all[index] ?? {};
    const counts = { leads, ingestions, queued, requests, faults };
    return { enterpriseId, state, partnerId, expiresOn, ...counts };
  });
}
