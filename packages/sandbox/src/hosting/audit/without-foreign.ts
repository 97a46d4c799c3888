import type { AuditEntry } from '../../storage/audit.ts';
import type { WorkspaceStorage } from '../../storage/workspaces.ts';

/** Removes the IDs of workspaces that a partner could not manage, because they would reveal that these exist. */
export async function withoutForeign(
  entries: readonly AuditEntry[],
  partnerId: string,
  workspaces: WorkspaceStorage,
): Promise<AuditEntry[]> {
  const isDone = ({ status }: AuditEntry) => status !== null && status < 400;
  const doubtful = new Set(
    entries.flatMap((entry) => (isDone(entry) ? [] : (entry.enterpriseId ?? []))),
  );
  const foreign = new Set<string | null>();
  for (const enterpriseId of doubtful) {
    const workspace = await workspaces.get(enterpriseId);
    if (workspace?.partnerId !== partnerId) foreign.add(enterpriseId);
  }
  return entries.map((entry) =>
    !isDone(entry) && foreign.has(entry.enterpriseId) ? { ...entry, enterpriseId: null } : entry,
  );
}
