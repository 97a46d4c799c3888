import type { OpenSandbox } from '@telecrm/sandbox/adapter';

/** What a sandbox holds at the moment it is asked. */
export interface SandboxState {
  readonly workspaces: number;
  /** Ingestions that have not been processed. */
  readonly queued: number;
  /** How long the oldest of them has been waiting, in seconds; 0 when there is none. */
  readonly oldestSeconds: number;
}

export function stateOf({ server: { registry } }: OpenSandbox, now = Date.now()): SandboxState {
  const all = registry.list();
  const waiting = all.filter(({ ingestions }) => ingestions.queued > 0);
  const oldest = waiting.map(({ ingestions }) => {
    const first = ingestions.entries().find(({ ingestion }) => ingestion.state === 'QUEUED');
    return first?.ingestion.received_at ?? now;
  });
  return {
    workspaces: all.length,
    queued: waiting.reduce((sum, { ingestions }) => sum + ingestions.queued, 0),
    oldestSeconds: Math.max(0, ...oldest.map((at) => (now - at) / 1000)),
  };
}
