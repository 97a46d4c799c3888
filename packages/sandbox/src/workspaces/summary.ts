import type { SandboxStorage } from '../storage/storage.ts';
import type { WorkspaceSummary } from './sandbox-workspace.ts';

/** Counts of workspaces. */
export async function summariesOf(
  { workspaces }: SandboxStorage,
  enterpriseIds: readonly string[],
): Promise<WorkspaceSummary[]> {
  const all = await workspaces.usage(enterpriseIds);
  return all.map(({ leads, ingestions, queued, requests, faults }, index) => {
    const enterpriseId = enterpriseIds[index] ?? '';
    return { enterpriseId, leads, ingestions, queued, requests, faults };
  });
}
