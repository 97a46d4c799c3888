import { ControlError } from '../api/errors.ts';
import { getWorkspace } from '../api/hosted.ts';
import type { WorkspaceDetails, WorkspaceSummary } from '../api/types.ts';
import { listWorkspaces } from '../api/workspaces.ts';

/** The workspace of the current page. */
export interface ShownWorkspace {
  readonly enterpriseId: string;
  readonly counts: Pick<
    WorkspaceSummary,
    'leads' | 'ingestions' | 'queued' | 'requests' | 'faults'
  >;
  /** Available only with hosting. */
  readonly details: WorkspaceDetails | undefined;
}

const nothing = { workspace: undefined };

/** Path segments that URLs remove (`.` and `..`), which cannot be the ID of a workspace. */
const dots = ['.', '..'];

/** Loads the workspace if it exists. */
export async function loadWorkspace(
  enterpriseId: string,
  isHosted: boolean,
): Promise<{ readonly workspace: ShownWorkspace | undefined }> {
  if (dots.includes(enterpriseId)) return nothing;
  if (!isHosted) {
    const counts = (await listWorkspaces()).find((one) => one.enterpriseId === enterpriseId);
    return { workspace: counts && { enterpriseId, counts, details: undefined } };
  }
  try {
    const details = await getWorkspace(enterpriseId);
    return { workspace: { enterpriseId, counts: details.usage, details } };
  } catch (error) {
    // An ID that cannot exist is rejected as unknown.
    if (error instanceof ControlError && [400, 404].includes(error.status)) return nothing;
    throw error;
  }
}
