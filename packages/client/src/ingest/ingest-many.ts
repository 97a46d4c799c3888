import type { AsyncClient } from '../clients/async-client.ts';
import type { RetryOptions } from '../clients/options.ts';
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
   * How many leads may be under way at the same time. No more than that are in memory.
   *
   * @default 8
   */
  concurrency?: number | undefined;
  /**
   * Where to go on after a stop: the last progress of the run before. Settled leads are passed over.
   * After a kill, those that were under way are sent again, which appends their actions twice.
   */
  resumeFrom?: Partial<IngestProgress> | undefined;
  /**
   * Stops: no further lead is taken, none that waits is sent, and once what is under way has its
   * outcome, the outcomes end. The last progress is where to go on.
   */
  signal?: AbortSignal | undefined;
  /**
   * Called after each outcome that your loop has handled, and once more if the loop ends early.
   * It is awaited, so it can store the progress. When it fails, no further lead is taken, and its
   * error is thrown behind the outcomes of those under way.
   */
  onProgress?: ((progress: IngestProgress) => unknown) | undefined;
  /** How often to try each lead. */
  retry?: RetryOptions | undefined;
  /**
   * After how many leads in a row that got no answer or a 5xx to stop, with the last error: the
   * API is out of reach, and the other leads would fail as well.
   *
   * @default 10
   */
  maxFailuresInARow?: number | undefined;
}

/** What became of one lead. */
export type IngestOutcome<W extends WorkspaceTypes = AnyWorkspace> = {
  readonly index: number;
  readonly lead: AsyncLeadRequest<W>;
} & (
  | { readonly ok: true; readonly data: Acknowledgement }
  | { readonly ok: false; readonly error: TelecrmError }
);

/** A lead that is under way. */
interface Sending {
  readonly index: number;
  /** Undefined when the lead was not sent, so that it has no outcome. */
  readonly outcome: Promise<IngestOutcome | undefined>;
}

/**
 * Sends many leads through the Async API, a few at a time and never faster than the rate limit,
 * and yields what became of each, in the order of the leads.
 *
 * A lead that fails does not stop the others, unless they would fail as well: on a 401, on a 429
 * that outlasts the attempts and when the API is out of reach, what is under way is finished and
 * reported, and the error thrown. The lead that met it stays unsettled: it is sent again on resume.
 *
 * @param client The client to send with.
 * @param leads The leads; anything that can be looped over, a stream as well.
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
  const { concurrency = 8, signal, onProgress, retry, maxFailuresInARow = 10 } = options;
  if (!(concurrency >= 1)) throw new RangeError('concurrency must be at least 1');
  const progress = trackProgress(options.resumeFrom);
  const source = openSource(leads, progress.isSettled);
  const window: Sending[] = [];
  /** Ends waits, not requests that are under way. */
  const stopping = new AbortController();
  let failure: { readonly cause: unknown } | undefined;
  let failuresInARow = 0;

  const stop = () => stopping.abort();
  function stopBecauseOf(cause: unknown): void {
    failure ??= { cause };
    stop();
  }

  async function send(lead: Lead, index: number): Promise<IngestOutcome | undefined> {
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
      // Our own limiter holds this lead back. That is what a long upload has to expect.
      await sleep((error.retryAfterSeconds ?? 0) * 1000, stopping.signal).catch(() => {});
      return stopping.signal.aborted ? undefined : send(lead, index);
    }
    const outcome: IngestOutcome = { index, lead, ok: false, error };
    // It waited for another attempt, and a repeat does no harm.
    if (error.code === 'ABORTED') return undefined;
    const refusesAll = error.status === 401 || error.status === 429;
    const outOfReach = error.status === undefined || error.status >= 500;
    failuresInARow = outOfReach ? failuresInARow + 1 : 0;
    if (refusesAll || failuresInARow >= maxFailuresInARow) {
      stopBecauseOf(error);
      // What was not carried out is sent again on resume.
      return error.mayHaveHappened ? outcome : undefined;
    }
    return outcome;
  }

  /** Takes leads until there are enough under way or the oldest one has its outcome. */
  async function fillWindow(): Promise<void> {
    while (window.length < concurrency && !stopping.signal.aborted) {
      const taken = await Promise.race([
        source.next().then((next) => ({ next })),
        stopped,
        // A source that has a lead ready comes first, one that is slow holds no outcome back.
        ...window.slice(0, 1).map(({ outcome }) => outcome.then(() => sleep(0, undefined))),
      ]);
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
  const stopped = new Promise<undefined>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(undefined));
  });
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
        progress.settle(oldest.index, outcome.ok);
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
      // The loop ended early. What is under way was sent, so its outcome must not be lost.
      for (const { index, outcome } of window) {
        const known = await outcome;
        if (known?.ok) progress.settle(index, true);
        else if (known?.error.mayHaveHappened) progress.settleUncertain(index);
      }
      await report();
    }
  }
}
