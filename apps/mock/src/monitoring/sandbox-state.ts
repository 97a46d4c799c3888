import type { OpenSandbox } from '@telecrm/sandbox/adapter';

/** The state of a sandbox at the time of reading. */
export interface SandboxState {
  readonly workspaces: number;
  /** The number of queued ingestions. */
  readonly queued: number;
  /** The age of the oldest queued ingestion in seconds; 0 if there is none. */
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
