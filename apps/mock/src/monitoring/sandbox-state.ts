import type { OpenSandbox } from '@telecrm/sandbox/adapter';

/** What a sandbox holds at the moment it is asked. */
export interface SandboxState {
  readonly workspaces: number;
  /** Ingestions that have not been processed. */
  readonly queued: number;
  /** How long the oldest of them has been waiting, in seconds; 0 when there is none. */
  readonly oldestSeconds: number;
}

export async function stateOf(
  { server: { storage } }: OpenSandbox,
  now = Date.now(),
): Promise<SandboxState> {
  const { workspaces, queued, oldestQueuedAt } = await storage.totals();
  const oldestSeconds = Math.max(0, (now - (oldestQueuedAt ?? now)) / 1000);
  return { workspaces, queued, oldestSeconds };
}
