import type { Ingestion as Outcome } from '@telecrm/workspace';
import type { Moments } from './moments.ts';
import { newestFirst, type Page, type Paged } from './page.ts';
import { createQueue } from './queue.ts';

/** What was sent to the Async API, and what became of it. */
interface Ingestion {
  ingestion_id: string;
  received_at: number;
  state: 'QUEUED' | 'PROCESSED';
  request: { fields?: unknown; actions?: unknown };
  outcome: Outcome['outcome'] | null;
  lead_id: string | null;
  actions: Outcome['actions'];
  remarks: Outcome['remarks'];
}

/** An ingestion together with the whole body, which may hold more than the list shows. */
export interface Entry {
  ingestion: Ingestion;
  body?: unknown;
  weight: number;
}

/** The ingestions of a workspace. */
export interface Ingestions {
  readonly size: number;
  readonly queued: number;
  add(body: unknown, weight: number): void;
  list(page: Page): Paged<Ingestion>;
  /** Resolves when all that is queued now has been processed, which does not wait for the delay. */
  drain(): Promise<void>;
  /** Forgets everything, and does nothing that is still queued. */
  clear(): void;
  entries(): readonly Entry[];
  restore(entries: readonly Entry[]): void;
}

interface Settings {
  process(body: unknown): Promise<Outcome>;
  delay: number;
  moments: Moments;
}

/** How many ingestions are remembered, and how many bytes of what was sent. */
const kept = { entries: 10_000, weight: 64 * 1024 * 1024 };

export function createIngestions({ process, delay, moments }: Settings): Ingestions {
  let entries: Entry[] = [];
  let weight = 0;
  const queue = createQueue(delay);

  const enqueue = (entry: Entry) => {
    const within = moments.keep();
    queue.add(() => within(() => work(entry)));
  };
  const work = async (entry: Entry) => {
    const outcome = await process(entry.body).catch(failed);
    Object.assign(entry.ingestion, outcome, { state: 'PROCESSED' });
    delete entry.body;
  };
  const forgetOldest = () => {
    if (entries.length <= kept.entries * 1.1 && weight <= kept.weight) return;
    let gone = 0;
    while (entries.length - gone > kept.entries || weight > kept.weight) {
      const oldest = entries[gone];
      if (oldest?.ingestion.state !== 'PROCESSED') break;
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
    add(body, size) {
      const ingestion: Ingestion = {
        ingestion_id: moments.id(),
        received_at: moments.now(),
        state: 'QUEUED',
        request: requestOf(body),
        outcome: null,
        lead_id: null,
        actions: [],
        remarks: [],
      };
      const entry = { ingestion, body, weight: size };
      entries.push(entry);
      weight += size;
      enqueue(entry);
      forgetOldest();
    },
    list(page) {
      const { data, ...rest } = newestFirst(entries, page);
      return { data: data.map(({ ingestion }) => ingestion), ...rest };
    },
    drain: () => queue.drain(),
    clear() {
      queue.clear();
      entries = [];
      weight = 0;
    },
    entries: () => entries,
    restore(saved) {
      entries = [...saved];
      weight = saved.reduce((sum, entry) => sum + entry.weight, 0);
      for (const entry of saved) if (entry.ingestion.state === 'QUEUED') enqueue(entry);
    },
  };
}

function requestOf(body: unknown): Ingestion['request'] {
  // Only JSON objects are queued.
  const sent = body as { fields?: unknown; actions?: unknown };
  return {
    ...(Object.hasOwn(sent, 'fields') && { fields: sent.fields }),
    ...(Object.hasOwn(sent, 'actions') && { actions: sent.actions }),
  };
}

// A mistake of the sandbox must not hold up the queue.
function failed(error: unknown): Outcome {
  const name = error instanceof Error ? error.name : typeof error;
  console.error(`telecrm-mock: ${name} while processing an ingestion`);
  const remark =
    'The sandbox failed, which is its own mistake: nothing in the request has to change';
  return {
    outcome: 'DROPPED',
    lead_id: null,
    actions: [],
    remarks: [{ field: 'fields', status: 'IGNORED', remark }],
  };
}
