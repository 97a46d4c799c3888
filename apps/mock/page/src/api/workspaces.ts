import { maxPageLimit } from '@telecrm/sandbox/adapter';
import { control, dataOf } from './client.ts';
import type { CreatedWorkspace, WorkspaceSummary } from './types.ts';

const below = (enterpriseId: string) => ({ params: { path: { enterpriseId } } });

export async function listWorkspaces(): Promise<WorkspaceSummary[]> {
  const query = { limit: maxPageLimit };
  const { data } = await dataOf(control.GET('/_sandbox/workspaces', { params: { query } }));
  return data;
}

export function createWorkspace(): Promise<CreatedWorkspace> {
  return dataOf(control.POST('/_sandbox/workspaces', { body: {} }));
}

export async function deleteWorkspace(enterpriseId: string): Promise<void> {
  await dataOf(control.DELETE('/_sandbox/workspaces/{enterpriseId}', below(enterpriseId)));
}

export async function resetWorkspace(enterpriseId: string): Promise<void> {
  await dataOf(control.POST('/_sandbox/workspaces/{enterpriseId}/reset', below(enterpriseId)));
}

export async function drainWorkspace(enterpriseId: string): Promise<void> {
  await dataOf(control.POST('/_sandbox/workspaces/{enterpriseId}/drain', below(enterpriseId)));
}
