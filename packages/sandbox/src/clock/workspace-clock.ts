import type { WorkspaceClock } from '../storage/workspaces.ts';
import { type CallContext, idPrefix } from './clock.ts';

/** The context of a call to a workspace whose clock differs from the real time. */
export function contextFor(context: CallContext, clock: WorkspaceClock): CallContext {
  const { now, id } = context;
  if (!('fixedAt' in clock) && clock.offsetMs === 0) return context;
  const workspaceNow = 'fixedAt' in clock ? () => clock.fixedAt : () => now() + clock.offsetMs;
  const idOfWorkspace = () => {
    const prefix = idPrefix(workspaceNow());
    return prefix + id().slice(prefix.length);
  };
  return { ...context, now: workspaceNow, id: idOfWorkspace };
}
