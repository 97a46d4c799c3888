import type { Workspace } from '@telecrm/workspace';
import { yieldToEventLoop } from '@telecrm/workspace/store';
import { pause } from '../clock/background-timer.ts';
import type { CallContext, Clock } from '../clock/clock.ts';
import { realTime } from '../clock/real-time.ts';
import { contextFor } from '../clock/workspace-clock.ts';
import type { SandboxObserver } from '../observer.ts';
import type { Log } from '../responses/internal-error.ts';
import type { IngestionWork, ProcessResult } from '../storage/ingestions.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import type { LimitStore, OpenRecord } from '../workspaces/opened-workspaces.ts';
import { parsedFactor, processIngestion } from './process-ingestion.ts';
import { createSchedule } from './schedule.ts';

/** A request to the Async API. */
interface SentBody {
  readonly body: unknown;
  /** In bytes. */
  readonly size: number;
  readonly context: CallContext;
  /** The maximum number of queued bodies. */
  readonly limit?: number | undefined;
}

/** Queues bodies in the storage and processes them. */
export interface IngestionQueue {
  /** Milliseconds until a queued body is processed. */
  readonly delayMs: number;
  /** Returns the ID of the ingestion, or the reason why it was not queued. */
  add(enterpriseId: string, sent: SentBody): Promise<{ id: string } | 'full' | 'gone'>;
  /** Schedules bodies that were added to the storage in another way. */
  resume(enterpriseId: string, dueAt: number): void;
  /** Processes overdue bodies. */
  catchUp(enterpriseId: string): Promise<void>;
  /** Processes all queued bodies without waiting for their delay. */
  drain(enterpriseId: string): Promise<void>;
  /** Drains the workspaces whose bodies this process has scheduled. */
  drainAll(): Promise<void>;
  /** Stops processing; queued bodies remain queued. */
  stop(): void;
}

/** The dependencies of a queue. */
export interface QueueDeps {
  readonly storage: SandboxStorage;
  readonly clock: Clock;
  readonly open: OpenRecord;
  readonly limit?: LimitStore;
  /** Milliseconds until a queued body is processed. */
  readonly delayMs: number;
  readonly log: Log;
  readonly observer?: SandboxObserver | undefined;
}

/** The maximum number of bodies per transaction, and the maximum time without yielding to the event loop. */
const slice = { bodies: 100, milliseconds: 10 };

/** The time before retrying if another process is busy with the same workspace, and after a failure of the storage. */
const retryMs = { busy: 20, failed: 1000 };

export function createIngestionQueue(deps: QueueDeps): IngestionQueue {
  const { storage, clock, delayMs, log } = deps;
  // With a deterministic clock, a queued body is processed with the time and the IDs of its request.
  const contexts = new Map<string, CallContext>();
  const process = createProcessor(deps, contexts);
  let isStopped = false;

  const processDue = async (enterpriseId: string): Promise<number | null> => {
    while (!isStopped) {
      const dueBefore = realTime();
      const { nextDueAt, isBusy } = await process(enterpriseId, dueBefore, slice.bodies);
      if (isBusy) await pause(retryMs.busy);
      else if (nextDueAt === null || nextDueAt > dueBefore) return nextDueAt;
    }
    return null;
  };
  const schedule = createSchedule((enterpriseId) =>
    processDue(enterpriseId).catch((error: unknown) => {
      log(`${error instanceof Error ? error.name : typeof error} while processing a queue`);
      return realTime() + retryMs.failed;
    }),
  );

  const processAll = async (enterpriseId: string): Promise<void> => {
    const [usage] = await storage.workspaces.usage([enterpriseId]);
    let left = usage?.queued ?? 0;
    while (left > 0 && !isStopped) {
      const limit = Math.min(left, slice.bodies);
      const result = await process(enterpriseId, Number.MAX_SAFE_INTEGER, limit);
      left -= result.processed;
      if (result.isBusy) await pause(retryMs.busy);
      else if (result.nextDueAt === null) return;
    }
  };
  const drain = (enterpriseId: string) =>
    schedule.runExclusive(enterpriseId, () => processAll(enterpriseId));
  const stopWatching = storage.ingestions.watch(schedule.add);

  return {
    delayMs,
    resume: schedule.add,
    async add(enterpriseId, { body, size, context, limit }) {
      const id = context.id();
      const dueAt = realTime() + delayMs;
      const ingestion = { id, receivedAt: context.now(), dueAt, body, weight: size * parsedFactor };
      if (clock.deterministic) contexts.set(id, context);
      const result = await storage.ingestions.add(enterpriseId, ingestion, limit);
      if (result === 'full' || result === 'gone') {
        contexts.delete(id);
        return result;
      }
      schedule.add(enterpriseId, result === 'process-now' ? realTime() : dueAt);
      if (result === 'process-now') void drain(enterpriseId).catch(() => {});
      return { id };
    },
    catchUp: schedule.catchUp,
    drain,
    async drainAll() {
      await Promise.all(schedule.names().map(drain));
    },
    stop() {
      isStopped = true;
      stopWatching();
      schedule.stop();
    },
  };
}

/** Processes up to `limit` bodies of a workspace. */
function createProcessor(
  { storage, clock, open, limit: limitStore, log, observer }: QueueDeps,
  contexts: Map<string, CallContext>,
): (enterpriseId: string, dueBefore: number, limit: number) => Promise<ProcessResult> {
  let sliceEnd = 0;

  const workFor =
    (record: WorkspaceRecord, workspace: Workspace, handled: string[]): IngestionWork =>
    async (ingestion, store) => {
      if (performance.now() > sliceEnd) {
        await yieldToEventLoop();
        sliceEnd = performance.now() + slice.milliseconds;
      }
      const context = contexts.get(ingestion.id) ?? contextFor(clock.initial, record.clock);
      handled.push(ingestion.id);
      const isBound = context === clock.initial && workspace.store === store;
      const limited = limitStore?.(store, record) ?? store;
      const overrides = { clock: context.now, generateId: context.id, store: limited };
      const bound = isBound ? workspace : workspace.with(overrides);
      return processIngestion(ingestion, { workspace: bound, log, observer });
    };

  return async (enterpriseId, dueBefore, limit) => {
    const record = await storage.workspaces.get(enterpriseId);
    if (record === undefined) return { processed: 0, nextDueAt: null, isBusy: false };
    // Opened first, because opening reads from the storage, and reads may wait for the transaction of the work.
    const handled: string[] = [];
    const work = workFor(record, await open(record, clock.initial), handled);
    const result = await storage.ingestions.process(enterpriseId, { dueBefore, limit }, work);
    // Not before: a body that could not be stored is processed again.
    for (const id of handled) contexts.delete(id);
    return result;
  };
}
