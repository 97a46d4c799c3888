import { ControlError } from '../api/errors.ts';
import { getWorkspace } from '../api/hosted.ts';
import type { WorkspaceDetails, WorkspaceSummary } from '../api/types.ts';
import { listWorkspaces } from '../api/workspaces.ts';

/** A workspace as the page about it shows it. */
export interface ShownWorkspace {
  readonly enterpriseId: string;
  readonly counts: Pick<
    WorkspaceSummary,
    'leads' | 'ingestions' | 'queued' | 'requests' | 'faults'
  >;
  /** What only hosting offers. */
  readonly details: WorkspaceDetails | undefined;
}

const nothing = { workspace: undefined };

/** What a URL takes for a step up or for no step at all, and so cannot be the ID of a workspace. */
const dots = ['.', '..'];

/** The workspace, if it is there. */
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
    // An ID that cannot be one is refused as such.
    if (error instanceof ControlError && [400, 404].includes(error.status)) return nothing;
    throw error;
  }
}
