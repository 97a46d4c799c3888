import { createWorkspace, type Workspace } from '@telecrm/workspace';
import type { CallContext, Clock } from '../clock/clock.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';

/** Opens the workspace of a record with the time and the IDs of a call. */
export type OpenRecord = (record: WorkspaceRecord, context: CallContext) => Promise<Workspace>;

interface Opened {
  readonly revision: number;
  readonly workspace: Promise<Workspace>;
}

/** The maximum number of prepared workspaces. */
const maxPrepared = 10_000;

/** Prepares the rules of a workspace once for each revision of its record. */
export function createRecordOpener(storage: SandboxStorage, { initial }: Clock): OpenRecord {
  const opened = new Map<string, Opened>();

  const open = ({ enterpriseId, definition, revision }: WorkspaceRecord): Promise<Workspace> => {
    const workspace = createWorkspace({
      definition,
      store: storage.workspaceStore(enterpriseId),
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
