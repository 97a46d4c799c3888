import type { AuditEntry } from '../../storage/audit.ts';
import type { WorkspaceRecord } from '../../storage/workspaces.ts';

/** The caller of the control surface. */
export interface Caller extends Pick<AuditEntry, 'actor' | 'partnerId'> {
  /** The unclaimed workspace whose token was sent. */
  readonly enterpriseId?: string;
  /** The network that a caller without a key calls from, if a server knows it. */
  readonly network?: string;
}

/** The operator of the sandbox. */
export const operator: Caller = { actor: 'operator', partnerId: null };

/** Whether a caller can see and change a workspace. */
export function canManage(
  { actor, partnerId, enterpriseId }: Caller,
  workspace: WorkspaceRecord,
): boolean {
  if (actor === 'partner') return workspace.partnerId === partnerId;
  if (actor !== 'open') return true;
  return workspace.enterpriseId === enterpriseId && workspace.state === 'unclaimed';
}
