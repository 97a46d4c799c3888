import {
  assertArgument,
  assertAtLeast,
  assertOptions,
  assertSignal,
} from '../arguments/assert-argument.ts';
import { assertClient, assertLead, assertLeads } from '../arguments/assert-call.ts';
import type { AsyncClient } from '../clients/async-client.ts';
import type { RetryOptions } from '../clients/options.ts';
import { callError } from '../errors/call-error.ts';
import type { TelecrmError } from '../errors/telecrm-error.ts';
import type { Acknowledgement } from '../results/acknowledgement.ts';
import { sleep } from '../send/timer.ts';
import type { AnyWorkspace } from '../workspace/any-workspace.ts';
import type { AsyncLeadRequest } from '../workspace/leads.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import { openSource } from './lead-source.ts';
import { type IngestProgress, trackProgress } from './progress.ts';

type Lead = AsyncLeadRequest;

/** Options of {@link ingestMany}. */
export interface IngestManyOptions {
  /**
   * The maximum number of leads in flight, which is also the maximum in memory.
   *
   * @default 8
   */
  concurrency?: number | undefined;
  /**
   * The last progress of the previous run, to resume it. Completed leads are skipped. If the process was killed, leads
   * that were in flight are sent again, which appends their actions twice.
   */
  resumeFrom?: Partial<IngestProgress> | undefined;
  /**
   * Stops the run: no further lead is read, waiting leads are not sent, and the iteration ends once all leads in flight
   * have an outcome. Resume from the last progress.
   */
  signal?: AbortSignal | undefined;
  /**
   * Called after each outcome that your loop has handled, and again if the loop ends early.
   * It is awaited, so it can store the progress. If it fails, no further lead is read, and its error is thrown after the
   * outcomes of the leads in flight.
   */
  onProgress?: ((progress: IngestProgress) => unknown) | undefined;
  /** How often to attempt each lead. */
  retry?: RetryOptions | undefined;
  /**
   * The number of consecutive leads without a response, or with a 5xx, after which the run stops with the last error: the
   * API is unavailable, and further leads would fail as well.
   *
   * @default 10
   */
  maxFailuresInARow?: number | undefined;
}

/** The outcome of one lead. */
export type IngestOutcome<W extends WorkspaceTypes = AnyWorkspace> = {
  readonly index: number;
  readonly lead: AsyncLeadRequest<W>;
} & (
  | { readonly ok: true; readonly data: Acknowledgement }
  | { readonly ok: false; readonly error: TelecrmError }
);

/** A lead in flight. */
interface Sending {
  readonly index: number;
  /** Undefined if the lead was not sent and has no outcome. */
  readonly outcome: Promise<IngestOutcome | undefined>;
}

/**
 * Sends many leads through the Async API, a few at a time and within the rate limit, and yields the outcome of each, in
 * the order of the leads.
 *
 * A lead that fails does not stop the others unless they would fail as well: after a 401, after a 429 on every attempt,
 * and if the API is unavailable, the leads in flight are completed and reported, and the error is thrown. The lead that
 * caused it is not completed: it is sent again on resume.
 *
 * @param client The client to send with.
 * @param leads The leads: any iterable or async iterable, such as a stream.
 *
 * @example
 * ```ts
 * import { createAsyncClient, ingestMany } from '@telecrm/client';
 *
 * const leads = [{ fields: { phone: '919999999999' } }, { fields: { phone: '918888888888' } }];
 * for await (const outcome of ingestMany(createAsyncClient(), leads, { concurrency: 4 })) {
 *   if (!outcome.ok) console.error(outcome.index, outcome.error.code);
 * }
 * ```
 */
export function ingestMany<W extends WorkspaceTypes>(
  client: AsyncClient<W>,
  leads: Iterable<AsyncLeadRequest<NoInfer<W>>> | AsyncIterable<AsyncLeadRequest<NoInfer<W>>>,
  options?: IngestManyOptions,
): AsyncGenerator<IngestOutcome<W>, void, undefined>;
export async function* ingestMany(
  client: AsyncClient,
  leads: Iterable<Lead> | AsyncIterable<Lead>,
  options: IngestManyOptions = {},
): AsyncGenerator<IngestOutcome, void, undefined> {
  assertClient('client', 'Async', client, client?.try?.createOrUpdateLead);
  assertLeads(leads);
  assertOptions(options);
  const { concurrency = 8, signal, onProgress, retry, maxFailuresInARow = 10 } = options;
  assertAtLeast(1, { concurrency, maxFailuresInARow });
  assertSignal(signal, 'signal');
  const isFunction = !onProgress || typeof onProgress === 'function';
  assertArgument(isFunction, 'onProgress must be a function', onProgress);
  const progress = trackProgress(options.resumeFrom);
  const source = openSource(leads, progress.isCompleted);
  const window: Sending[] = [];
  /** Ends waits, but not requests in flight. */
  const stopping = new AbortController();
  let failure: { readonly cause: unknown } | undefined;
  let failuresInARow = 0;

  let interrupt = () => {};
  const stop = () => {
    stopping.abort();
    interrupt();
  };
  function stopBecauseOf(cause: unknown): void {
    failure ??= { cause };
    stop();
  }

  async function send(lead: Lead, index: number): Promise<IngestOutcome | undefined> {
    try {
      assertLead('lead', lead);
    } catch (cause) {
      const error = callError({ operationId: 'createOrUpdateLead', code: 'NOT_SENT', cause });
      return { index, lead, ok: false, error };
    }
    const result = await client.try.createOrUpdateLead(
      { body: lead },
      { retry, waitSignal: stopping.signal },
    );
    if (result.ok) {
      failuresInARow = 0;
      return { index, lead, ok: true, data: result.data };
    }
    const { error } = result;
    if (error.code === 'RATE_LIMITED') {
      // The rate limiter of the client delays this lead, as is normal in a long upload.
      await sleep((error.retryAfterSeconds ?? 0) * 1000, stopping.signal).catch(() => {});
      return stopping.signal.aborted ? undefined : send(lead, index);
    }
    const outcome: IngestOutcome = { index, lead, ok: false, error };
    // It was waiting for another attempt, and repeating it is harmless.
    if (error.code === 'ABORTED') return undefined;
    // This is a fault of the lead, and says nothing about the API.
    if (error.code === 'WOULD_BE_DROPPED') return outcome;
    const refusesAll = error.status === 401 || error.status === 429;
    const outOfReach = error.status === undefined || error.status >= 500;
    failuresInARow = outOfReach ? failuresInARow + 1 : 0;
    if (refusesAll || failuresInARow >= maxFailuresInARow) {
      stopBecauseOf(error);
      // A call that was not carried out is sent again on resume.
      return error.mayHaveHappened ? outcome : undefined;
    }
    return outcome;
  }

  /** The next lead of the source; undefined as soon as the run stops or the oldest lead has its outcome. */
  function nextUnlessInterrupted() {
    // A race with a promise that lasts as long as the run would retain every lead.
    return new Promise<{ next: Awaited<ReturnType<typeof source.next>> } | undefined>(
      (resolve, reject) => {
        interrupt = () => resolve(undefined);
        source.next().then((next) => resolve({ next }), reject);
        // A lead that is available comes first; a slow source does not delay an outcome.
        window[0]?.outcome.then(() => sleep(0, undefined)).then(interrupt, reject);
      },
    );
  }

  /** Starts leads until enough are in flight or the oldest one has its outcome. */
  async function fillWindow(): Promise<void> {
    while (window.length < concurrency && !stopping.signal.aborted) {
      const taken = await nextUnlessInterrupted();
      if (!taken) return;
      source.taken();
      if (!taken.next) {
        ended = true;
        return;
      }
      const { index, lead } = taken.next;
      window.push({ index, outcome: send(lead, index) });
    }
  }

  let ended = false;
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  let handled = true;

  async function report(): Promise<void> {
    try {
      await onProgress?.(progress.snapshot());
    } catch (cause) {
      stopBecauseOf(cause);
    }
  }

  try {
    for (;;) {
      if (!ended) await fillWindow().catch(stopBecauseOf);
      const oldest = window[0];
      if (!oldest) break;
      const outcome = await oldest.outcome;
      if (outcome) {
        handled = false;
        yield outcome;
        handled = true;
        progress.complete(oldest.index, outcome.ok);
      }
      window.shift();
      if (outcome) await report();
    }
    if (failure) throw failure.cause;
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
    source.close();
    if (!handled) {
      // The loop ended early. Leads in flight were sent, so their outcomes must not be lost.
      for (const { index, outcome } of window) {
        const known = await outcome;
        if (known?.ok) progress.complete(index, true);
        else if (known?.error.mayHaveHappened) progress.completeUncertain(index);
      }
      await report();
    }
  }
}
