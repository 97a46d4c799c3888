import { type HostingHandlers, type OfWorkspace, ok } from '../../control/handler.ts';
import { workspaceNotFound } from '../../control/workspace-errors.ts';
import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import type { HostingContext } from '../context.ts';
import { quotaExceeded } from '../quotas/quota-response.ts';

/** Handlers of named snapshots of workspaces. */
export function createSnapshotHandlers(
  { server, quotasOf, now }: HostingContext,
  ofWorkspace: OfWorkspace,
): HostingHandlers<'snapshots'> {
  const { snapshots } = server.storage;
  return {
    listSnapshots: ofWorkspace(async ({ enterpriseId }) =>
      ok({ data: await snapshots.list(enterpriseId) }),
    ),
    saveSnapshot: ofWorkspace(async (workspace, { path: { name = '' } }) => {
      const limit = quotasOf(workspace)?.snapshots;
      const snapshot = { name, savedOn: now(), ...(limit !== undefined && { limit }) };
      const result = await snapshots.save(workspace.enterpriseId, snapshot);
      if (result === 'limit') return quotaExceeded('snapshots', limit ?? 0);
      return result === 'gone' ? workspaceNotFound() : { status: 204 };
    }),
    restoreSnapshot: ofWorkspace(async ({ enterpriseId }, { path: { name = '' } }) => {
      const isRestored = await snapshots.restore(enterpriseId, name);
      return isRestored ? { status: 204 } : snapshotNotFound();
    }),
    deleteSnapshot: ofWorkspace(async ({ enterpriseId }, { path: { name = '' } }) => {
      const isDeleted = await snapshots.delete(enterpriseId, name);
      return isDeleted ? { status: 204 } : snapshotNotFound();
    }),
  };
}

function snapshotNotFound(): ApiResponse {
  const message = 'path.name is unknown: GET …/snapshots lists the snapshots.';
  return errorResponse(404, 'SNAPSHOT_NOT_FOUND', message);
}
