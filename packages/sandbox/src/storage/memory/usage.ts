import type { WorkspaceUsage } from '../workspaces.ts';
import type { MemoryWorkspace } from './memory-workspace.ts';

const nothing: WorkspaceUsage = {
  ...{ leads: 0, actions: 0, bytes: 0, ingestions: 0, queued: 0, requests: 0, faults: 0 },
};

/** Counts of a workspace. */
export async function usageOf(workspace: MemoryWorkspace | undefined): Promise<WorkspaceUsage> {
  if (workspace === undefined) return nothing;
  const { store, bytes, ingestions, requests, faults } = workspace;
  const { leads, actions } = await store.count();
  return {
    leads,
    actions,
    bytes,
    ingestions: ingestions.size,
    queued: ingestions.queued,
    requests: requests.size,
    faults: faults.length,
  };
}
