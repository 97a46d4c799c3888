import { createWorkspace, type Workspace, type WorkspaceStore } from '@telecrm/workspace';
import type { CallContext, Clock } from '../clock/clock.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';

/** Opens the workspace of a record with the time and the IDs of a call. */
export type OpenRecord = (record: WorkspaceRecord, context: CallContext) => Promise<Workspace>;

/** Keeps the store of a workspace within its quotas, if it has any. */
export type LimitStore = (store: WorkspaceStore, workspace: WorkspaceRecord) => WorkspaceStore;

interface Opened {
  readonly revision: number;
  readonly workspace: Promise<Workspace>;
}

/** The maximum number of prepared workspaces. */
const maxPrepared = 10_000;

/** Prepares the rules of a workspace once for each revision of its record. */
export function createRecordOpener(
  storage: SandboxStorage,
  { initial }: Clock,
  limit: LimitStore,
): OpenRecord {
  const opened = new Map<string, Opened>();

  const open = (record: WorkspaceRecord): Promise<Workspace> => {
    const { enterpriseId, definition, revision } = record;
    const workspace = createWorkspace({
      definition,
      store: limit(storage.workspaceStore(enterpriseId), record),
      clock: initial.now,
      generateId: initial.id,
    });
    if (opened.size >= maxPrepared) opened.clear();
    opened.set(enterpriseId, { revision, workspace });
    workspace.catch(() => opened.delete(enterpriseId));
    return workspace;
  };

  return async (record, context) => {
    const known = opened.get(record.enterpriseId);
    const workspace = await (known?.revision === record.revision ? known.workspace : open(record));
    if (context === initial) return workspace;
    return workspace.with({ clock: context.now, generateId: context.id });
  };
}
