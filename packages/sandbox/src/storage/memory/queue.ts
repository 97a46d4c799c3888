import type { IngestionStorage } from '../ingestions.ts';
import { findWritable, type MemoryWorkspaces } from './memory-workspace.ts';

const idle = { processed: 0, nextDueAt: null, isBusy: false };

/** The queues of all workspaces. They are lost with the process, so no other process ever continues them. */
export function createMemoryQueues(workspaces: MemoryWorkspaces): IngestionStorage {
  return {
    async add(enterpriseId, ingestion, limit = Number.POSITIVE_INFINITY) {
      const ingestions = findWritable(workspaces, enterpriseId)?.ingestions;
      if (ingestions === undefined) return 'gone';
      if (ingestions.queued >= limit) return 'full';
      ingestions.add(ingestion);
      return ingestions.isTooLarge ? 'process-now' : 'queued';
    },
    async list(enterpriseId, page) {
      return workspaces.get(enterpriseId)?.ingestions.list(page) ?? { items: [], total: 0 };
    },
    async process(enterpriseId, { dueBefore, limit }, work) {
      const workspace = workspaces.get(enterpriseId);
      if (workspace === undefined) return idle;
      // A reset replaces the queue; the results of the old one are then ignored.
      const { ingestions } = workspace;
      if (ingestions.isBusy) return { ...idle, isBusy: true };
      ingestions.isBusy = true;
      try {
        let processed = 0;
        let next = ingestions.next();
        while (next !== undefined && processed < limit && next.dueAt <= dueBefore) {
          // A restore replaces the store.
          const result = await work(next, workspace.store);
          if (workspace.ingestions !== ingestions) break;
          // The queued entry may have been removed in the meantime.
          if (ingestions.next() === next) ingestions.complete(result);
          processed++;
          next = ingestions.next();
        }
        return { processed, nextDueAt: workspace.ingestions.next()?.dueAt ?? null, isBusy: false };
      } finally {
        ingestions.isBusy = false;
      }
    },
    watch: () => () => {},
  };
}
