import { createMemoryStore } from '@telecrm/workspace';
import type { MemoryStore } from '@telecrm/workspace/store';
import type { SandboxStorage } from '../storage.ts';
import { createMemoryFaults } from './faults.ts';
import { findWritable, type MemoryWorkspace } from './memory-workspace.ts';
import { createMemoryPartners } from './partners.ts';
import { createMemoryQueues } from './queue.ts';
import { createMemoryRateLimits } from './requests/rate-limits.ts';
import { createMemorySnapshots } from './snapshots.ts';
import { createMemoryWorkspaces } from './workspaces.ts';

/** Options of {@link createMemoryStorage}. */
export interface MemoryStorageOptions {
  /**
   * Creates the store of a workspace. Called once for each workspace, and again when it is reset.
   *
   * @default createMemoryStore
   */
  readonly createStore?: (enterpriseId: string) => MemoryStore;
}

/**
 * A storage in memory, for one sandbox. Its content is lost when the process ends.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@telecrm/sandbox';
 * import { createMemoryStorage } from '@telecrm/sandbox/storage';
 *
 * const storage = createMemoryStorage();
 * await using sandbox = createSandbox({ storage });
 * await sandbox.ready();
 * console.log((await storage.totals()).workspaces); // 1
 * ```
 */
export function createMemoryStorage({
  createStore = createMemoryStore,
}: MemoryStorageOptions = {}): SandboxStorage {
  const all = new Map<string, MemoryWorkspace>();
  const workspaces = createMemoryWorkspaces(all, createStore);
  let callCount = 0;
  return {
    workspaces,
    partners: createMemoryPartners((partnerId) => {
      for (const { record } of all.values()) {
        if (record.partnerId === partnerId) workspaces.delete(record.enterpriseId);
      }
    }),
    ingestions: createMemoryQueues(all),
    faults: createMemoryFaults(all),
    rateLimits: createMemoryRateLimits(all),
    requests: {
      add: (enterpriseId, request, options) =>
        findWritable(all, enterpriseId)?.requests.add(request, options),
      list: async (enterpriseId, page) =>
        all.get(enterpriseId)?.requests.list(page) ?? { items: [], total: 0 },
    },
    snapshots: createMemorySnapshots(all, workspaces.replaceContent),
    workspaceStore: (enterpriseId) => findWritable(all, enterpriseId)?.store ?? createMemoryStore(),
    async totals() {
      const queues = [...all.values()].map(({ ingestions }) => ingestions);
      const oldest = queues.flatMap((queue) => queue.next()?.receivedAt ?? []);
      return {
        workspaces: all.size,
        queued: queues.reduce((sum, { queued }) => sum + queued, 0),
        oldestQueuedAt: oldest.length > 0 ? oldest.reduce((a, b) => Math.min(a, b)) : null,
      };
    },
    check: async () => {},
    readCallCount: async () => callCount,
    saveCallCount(count) {
      callCount = count;
    },
    async close() {
      for (const enterpriseId of [...all.keys()]) await workspaces.delete(enterpriseId);
    },
  };
}
