import { control, dataOf } from './client.ts';
import { ControlError } from './errors.ts';
import type {
  Access,
  ClockSetting,
  CreatedWorkspace,
  SnapshotInfo,
  Variants,
  WorkspaceDetails,
} from './types.ts';

const below = (enterpriseId: string) => ({ params: { path: { enterpriseId } } });
const snapshot = '/_sandbox/workspaces/{enterpriseId}/snapshots/{name}';

/** The access of the key; `null` if the sandbox has no hosting operations. */
export async function getAccess(): Promise<Access | null> {
  try {
    return await dataOf(control.GET('/_sandbox/access'));
  } catch (error) {
    if (error instanceof ControlError && error.status === 404) return null;
    throw error;
  }
}

export function getWorkspace(enterpriseId: string): Promise<WorkspaceDetails> {
  return dataOf(control.GET('/_sandbox/workspaces/{enterpriseId}', below(enterpriseId)));
}

export function cloneWorkspace(enterpriseId: string): Promise<CreatedWorkspace> {
  const init = { ...below(enterpriseId), body: {} };
  return dataOf(control.POST('/_sandbox/workspaces/{enterpriseId}/clone', init));
}

export function replaceTokens(enterpriseId: string): Promise<CreatedWorkspace> {
  return dataOf(control.POST('/_sandbox/workspaces/{enterpriseId}/tokens', below(enterpriseId)));
}

export async function claimWorkspace(enterpriseId: string, syncToken: string): Promise<void> {
  const init = { ...below(enterpriseId), body: { syncToken } };
  await dataOf(control.POST('/_sandbox/workspaces/{enterpriseId}/claim', init));
}

/** Sets some variants; somebody else may change the others at the same time. */
export async function changeVariants(enterpriseId: string, body: Variants): Promise<void> {
  const init = { ...below(enterpriseId), body };
  await dataOf(control.PATCH('/_sandbox/workspaces/{enterpriseId}/variants', init));
}

export async function setClock(enterpriseId: string, body: ClockSetting): Promise<void> {
  const init = { ...below(enterpriseId), body };
  await dataOf(control.PUT('/_sandbox/workspaces/{enterpriseId}/clock', init));
}

export async function advanceClock(enterpriseId: string, milliseconds: number): Promise<void> {
  const init = { ...below(enterpriseId), body: { milliseconds } };
  await dataOf(control.POST('/_sandbox/workspaces/{enterpriseId}/clock/advance', init));
}

export async function listSnapshots(enterpriseId: string): Promise<SnapshotInfo[]> {
  const path = '/_sandbox/workspaces/{enterpriseId}/snapshots';
  return (await dataOf(control.GET(path, below(enterpriseId)))).data;
}

const named = (enterpriseId: string, name: string) => ({
  params: { path: { enterpriseId, name } },
});

export async function saveSnapshot(enterpriseId: string, name: string): Promise<void> {
  await dataOf(control.PUT(snapshot, named(enterpriseId, name)));
}

export async function restoreSnapshot(enterpriseId: string, name: string): Promise<void> {
  await dataOf(control.POST(`${snapshot}/restore`, named(enterpriseId, name)));
}

export async function deleteSnapshot(enterpriseId: string, name: string): Promise<void> {
  await dataOf(control.DELETE(snapshot, named(enterpriseId, name)));
}
