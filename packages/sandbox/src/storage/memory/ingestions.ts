import type { Ingestion as Outcome } from '@telecrm/workspace';
import type { PageRequest, PageResult } from '@telecrm/workspace/store';
import type { IngestionRecord, NewIngestion, Processed } from '../ingestions.ts';
import { retention } from '../retention.ts';
import { newestFirst } from './page.ts';

interface Entry extends NewIngestion {
  readonly outcome: Outcome | null;
}

/** The ingestions of a workspace, in memory. */
export interface MemoryIngestions {
  readonly size: number;
  readonly queued: number;
  /** Whether the stored bodies are so large that the queue should not wait for delays. */
  readonly isTooLarge: boolean;
  isBusy: boolean;
  add(ingestion: NewIngestion): void;
  list(page: PageRequest): PageResult<IngestionRecord>;
  /** The oldest queued one. */
  next(): NewIngestion | undefined;
  /** Completes the one that `next` has returned. */
  complete(processed: Processed): void;
  removeQueued(): void;
}

export function createMemoryIngestions(): MemoryIngestions {
  let entries: Entry[] = [];
  // The entries before this index are processed, the others are queued.
  let firstQueued = 0;
  let weight = 0;

  const evictOldest = () => {
    const { ingestions, ingestionWeight } = retention;
    if (entries.length <= ingestions * 1.1 && weight <= ingestionWeight) return;
    let evicted = 0;
    // Always retains the newest entry and all queued ones.
    while (evicted < Math.min(firstQueued, entries.length - 1)) {
      if (entries.length - evicted <= ingestions && weight <= ingestionWeight) break;
      weight -= entries[evicted]?.weight ?? 0;
      evicted++;
    }
    entries = entries.slice(evicted);
    firstQueued -= evicted;
  };

  return {
    get size() {
      return entries.length;
    },
    get queued() {
      return entries.length - firstQueued;
    },
    get isTooLarge() {
      return weight > retention.ingestionWeight;
    },
    isBusy: false,
    add(ingestion) {
      entries.push({ ...ingestion, outcome: null });
      weight += ingestion.weight;
      evictOldest();
    },
    list(page) {
      const { items, total } = newestFirst(entries, page);
      return { items: limitWeight(items), total };
    },
    next: () => entries[firstQueued],
    complete(processed) {
      const entry = entries[firstQueued];
      if (entry === undefined) return;
      entries[firstQueued] = { ...entry, ...processed };
      weight += processed.weight - entry.weight;
      firstQueued++;
      evictOldest();
    },
    removeQueued() {
      for (const entry of entries.splice(firstQueued)) weight -= entry.weight;
    },
  };
}

/** As many entries as fit into a response, but at least one. */
function limitWeight(entries: readonly Entry[]): Entry[] {
  let weight = 0;
  return entries.filter((entry, index) => {
    weight += entry.weight;
    return index === 0 || weight <= retention.pageWeight;
  });
}
