import type { WorkspaceClock } from '../storage/workspaces.ts';
import { type CallContext, toHex } from './clock.ts';

/** The context of a call to a workspace whose clock differs from the real time. */
export function contextFor(context: CallContext, clock: WorkspaceClock): CallContext {
  const { now, id } = context;
  if (!('fixedAt' in clock) && clock.offsetMs === 0) return context;
  const workspaceNow = 'fixedAt' in clock ? () => clock.fixedAt : () => now() + clock.offsetMs;
  const seconds = () => Math.max(0, Math.floor(workspaceNow() / 1000)) % 2 ** 32;
  return { ...context, now: workspaceNow, id: () => toHex(seconds(), 8) + id().slice(8) };
}
