import type { IngestionStorage } from '../ingestions.ts';
import type { MemoryWorkspaces } from './memory-workspace.ts';

const idle = { processed: 0, nextDueAt: null, isBusy: false };

/** The queues of all workspaces. A process that ends takes them with it, so none is ever left to another one. */
export function createMemoryQueues(workspaces: MemoryWorkspaces): IngestionStorage {
  return {
    async add(enterpriseId, ingestion, limit = Number.POSITIVE_INFINITY) {
      const ingestions = workspaces.get(enterpriseId)?.ingestions;
      if (ingestions === undefined) return 'gone';
      if (ingestions.queued >= limit) return 'full';
      ingestions.add(ingestion);
      return ingestions.isHeavy ? 'process-now' : 'queued';
    },
    async list(enterpriseId, page) {
      return workspaces.get(enterpriseId)?.ingestions.list(page) ?? { items: [], total: 0 };
    },
    async process(enterpriseId, { dueBefore, limit }, work) {
      const workspace = workspaces.get(enterpriseId);
      if (workspace === undefined) return idle;
      // A reset puts others in their place, and these are done for nobody.
      const { ingestions, store } = workspace;
      if (ingestions.isBusy) return { ...idle, isBusy: true };
      ingestions.isBusy = true;
      try {
        let processed = 0;
        let next = ingestions.next();
        while (next !== undefined && processed < limit && next.dueAt <= dueBefore) {
          const result = await work(next, store);
          // What was queued may have been removed meanwhile.
          if (ingestions.next() === next) ingestions.complete(result);
          processed++;
          next = ingestions.next();
        }
        return { processed, nextDueAt: next?.dueAt ?? null, isBusy: false };
      } finally {
        ingestions.isBusy = false;
      }
    },
    watch: () => () => {},
  };
}
