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
  /** Whether so much is held that the queue should not wait for its delays. */
  readonly isHeavy: boolean;
  isBusy: boolean;
  add(ingestion: NewIngestion): void;
  list(page: PageRequest): PageResult<IngestionRecord>;
  /** The oldest that is queued. */
  next(): NewIngestion | undefined;
  /** Completes the one that `next` has returned. */
  complete(processed: Processed): void;
  removeQueued(): void;
}

export function createMemoryIngestions(): MemoryIngestions {
  let entries: Entry[] = [];
  // Those before it are processed, the others are queued.
  let firstQueued = 0;
  let weight = 0;

  const forgetOldest = () => {
    const { ingestions, ingestionWeight } = retention;
    if (entries.length <= ingestions * 1.1 && weight <= ingestionWeight) return;
    let gone = 0;
    // The newest stays whatever it weighs, and what is queued is still to be done.
    while (gone < Math.min(firstQueued, entries.length - 1)) {
      if (entries.length - gone <= ingestions && weight <= ingestionWeight) break;
      weight -= entries[gone]?.weight ?? 0;
      gone++;
    }
    entries = entries.slice(gone);
    firstQueued -= gone;
  };

  return {
    get size() {
      return entries.length;
    },
    get queued() {
      return entries.length - firstQueued;
    },
    get isHeavy() {
      return weight > retention.ingestionWeight;
    },
    isBusy: false,
    add(ingestion) {
      entries.push({ ...ingestion, outcome: null });
      weight += ingestion.weight;
      forgetOldest();
    },
    list(page) {
      const { items, total } = newestFirst(entries, page);
      return { items: lightEnough(items), total };
    },
    next: () => entries[firstQueued],
    complete(processed) {
      const entry = entries[firstQueued];
      if (entry === undefined) return;
      entries[firstQueued] = { ...entry, ...processed };
      weight += processed.weight - entry.weight;
      firstQueued++;
      forgetOldest();
    },
    removeQueued() {
      for (const entry of entries.splice(firstQueued)) weight -= entry.weight;
    },
  };
}

/** As many as fit into a response, and at least one. */
function lightEnough(entries: readonly Entry[]): Entry[] {
  let weight = 0;
  return entries.filter((entry, index) => {
    weight += entry.weight;
    return index === 0 || weight <= retention.pageWeight;
  });
}
