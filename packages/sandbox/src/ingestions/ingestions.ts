import type { Ingestion as Outcome } from '@telecrm/workspace';
import type { CallContext } from '../clock/clock.ts';
import { newestFirst, type Page, type PageOf } from '../lists/page.ts';
import type { SandboxObserver } from '../observer.ts';
import type { Log } from '../responses/internal-error.ts';
import {
  failedOutcome,
  type Ingestion,
  type IngestionEntry,
  queuedIngestion,
  weightOf,
} from './ingestion.ts';
import { createQueue } from './queue.ts';

/** The ingestions of a workspace. */
export interface Ingestions {
  readonly size: number;
  readonly queued: number;
  /** Queues a body of so many bytes, and returns the ID of the ingestion. */
  add(body: unknown, size: number, context: CallContext): string;
  list(page: Page): PageOf<Ingestion>;
  /** Processes what is overdue. */
  catchUp(): Promise<void>;
  /** Processes everything that is queued now without its delay, and resolves when it is finished. */
  drain(): Promise<void>;
  /** Removes everything, including what is still queued. */
  clear(): void;
  /** Processes nothing more. What is queued stays queued. */
  stop(): void;
  entries(): readonly IngestionEntry[];
  restore(entries: readonly IngestionEntry[], context: CallContext): void;
}

export interface IngestionsOptions {
  process(body: unknown, context: CallContext): Promise<Outcome>;
  delayMs: number;
  log: Log;
  observer?: SandboxObserver | undefined;
}

/** The maximum number of ingestions that are stored, and their approximate size in bytes. */
const kept = { entries: 10_000, weight: 64 * 1024 * 1024 };

/** How much more memory parsed JSON needs than its text. */
const parsedFactor = 4;

/** The maximum size of the ingestions on one page, in bytes. */
const pageWeight = 4 * 1024 * 1024;

export function createIngestions(options: IngestionsOptions): Ingestions {
  const { process, delayMs, log, observer } = options;
  let entries: IngestionEntry[] = [];
  let weight = 0;
  let generation = 0;
  const queue = createQueue(delayMs);

  const enqueue = (entry: IngestionEntry, context: CallContext) => {
    const bornIn = generation;
    queue.add(async () => {
      const outcome = await process(entry.body, context).catch((error) => {
        const name = error instanceof Error ? error.name : typeof error;
        log(`${name} while processing an ingestion`);
        return failedOutcome;
      });
      Object.assign(entry.ingestion, outcome, { state: 'PROCESSED' });
      observer?.ingested(outcome.outcome);
      observer?.dropped('async', droppedOf(outcome));
      delete entry.body;
      const added = weightOf(outcome);
      entry.weight += added;
      if (bornIn !== generation) return;
      weight += added;
      forgetOldest();
    });
  };
  const forgetOldest = () => {
    if (entries.length <= kept.entries * 1.1 && weight <= kept.weight) return;
    let gone = 0;
    while (entries.length - gone > kept.entries || weight > kept.weight) {
      const oldest = entries[gone];
      // The newest one is never removed, whatever its size, nor is one that is still in the queue.
      if (oldest?.ingestion.state !== 'PROCESSED' || gone === entries.length - 1) break;
      weight -= oldest.weight;
      gone++;
    }
    entries = entries.slice(gone);
  };

  return {
    get size() {
      return entries.length;
    },
    get queued() {
      return queue.size;
    },
    add(body, size, context) {
      const ingestion = queuedIngestion(context.id(), context.now(), body);
      const entry = { ingestion, body, weight: size * parsedFactor };
      entries.push(entry);
      weight += entry.weight;
      enqueue(entry, context);
      forgetOldest();
      // A larger queue is processed without its delay.
      if (weight > kept.weight) void queue.drain();
      return ingestion.ingestion_id;
    },
    list(page) {
      const { data, ...rest } = newestFirst(entries, page);
      return { data: lightEnough(data), ...rest };
    },
    catchUp: () => queue.catchUp(),
    drain: () => queue.drain(),
    clear() {
      queue.clear();
      generation++;
      entries = [];
      weight = 0;
    },
    stop: () => queue.stop(),
    entries: () => entries,
    restore(saved, context) {
      entries = [...saved];
      weight = saved.reduce((sum, entry) => sum + entry.weight, 0);
      for (const entry of saved) {
        if (entry.ingestion.state === 'QUEUED') enqueue(entry, context);
      }
    },
  };
}

/** An empty value of an existing lead clears it, which is not a loss. */
function droppedOf({ remarks }: Outcome): Outcome['remarks'] {
  return remarks.filter(({ status }) => status === 'IGNORED');
}

/** As many as fit into a response, and at least one. */
function lightEnough(entries: readonly IngestionEntry[]): Ingestion[] {
  let weight = 0;
  const fitting = entries.filter((entry, index) => {
    weight += entry.weight;
    return index === 0 || weight <= pageWeight;
  });
  return fitting.map(({ ingestion }) => ingestion);
}
