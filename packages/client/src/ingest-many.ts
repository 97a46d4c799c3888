import type { Acknowledgement } from './acknowledgement.ts';
import type { AsyncClient } from './async.ts';
import type { TelecrmError } from './error.ts';
import type { RetryOptions } from './options.ts';
import { sleep } from './sleep.ts';
import type { AsyncSchemas } from './wire.ts';

type Lead = AsyncSchemas['AsyncLeadRequest'];

/** Options of {@link ingestMany}. */
export interface IngestManyOptions {
  /** The client to send with. */
  async: AsyncClient;
  /**
   * How many leads may be under way at the same time. No more than that are in memory.
   *
   * @default 8
   */
  concurrency?: number | undefined;
  /**
   * How many leads to pass over: where to go on after a stop.
   *
   * @default 0
   */
  startAt?: number | undefined;
  /**
   * Stops: no further lead is taken, those under way are finished and reported, and then the
   * outcomes end. The `next` of the last progress is where to go on.
   */
  signal?: AbortSignal | undefined;
  /** Is told after each lead. */
  onProgress?: ((progress: IngestProgress) => void) | undefined;
  /** How often to try each lead. */
  retry?: RetryOptions | undefined;
}

/** How far {@link ingestMany} is. */
export interface IngestProgress {
  /** How many leads were taken over by the API. */
  readonly queued: number;
  readonly failed: number;
  /** The index of the first lead without an outcome: the `startAt` to go on with. */
  readonly next: number;
}

/** What became of one lead. */
export type IngestOutcome = { readonly index: number; readonly lead: Lead } & (
  | { readonly ok: true; readonly data: Acknowledgement }
  | { readonly ok: false; readonly error: TelecrmError }
);

/**
 * Sends many leads through the Async API, a few at a time and never faster than the rate limit,
 * and yields what became of each, in the order of the leads.
 *
 * A lead that fails does not stop the others, unless they would fail as well: on a 401, and on a
 * 429 that outlasts the tries, what is under way is finished and reported, and the error thrown.
 *
 * @param leads The leads; anything that can be looped over, a stream as well.
 *
 * @example
 * ```ts
 * import { createAsyncClient, ingestMany } from '@telecrm/client';
 *
 * const leads = [{ fields: { phone: '919999999999' } }, { fields: { phone: '918888888888' } }];
 * for await (const outcome of ingestMany(leads, { async: createAsyncClient(), concurrency: 4 })) {
 *   if (!outcome.ok) console.error(outcome.index, outcome.error.code);
 * }
 * ```
 */
export async function* ingestMany(
  leads: Iterable<Lead> | AsyncIterable<Lead>,
  options: IngestManyOptions,
): AsyncGenerator<IngestOutcome, void, undefined> {
  const { concurrency = 8, startAt = 0, signal, onProgress } = options;
  if (!(concurrency >= 1)) throw new RangeError('concurrency must be at least 1');
  const window: Promise<IngestOutcome>[] = [];
  const progress = { queued: 0, failed: 0, next: startAt };
  let end: { cause: unknown } | undefined;
  let index = 0;

  try {
    for await (const lead of leads) {
      if (index++ < startAt) continue;
      if (signal?.aborted) break;
      window.push(send(lead, index - 1));
      if (window.length >= concurrency) yield* oldest();
      if (signal?.aborted || end) break;
    }
  } catch (cause) {
    // The leads themselves broke off; those under way still have outcomes.
    end = { cause };
  }
  while (window.length > 0) yield* oldest();
  if (end) throw end.cause;

  async function* oldest(): AsyncGenerator<IngestOutcome> {
    const outcome = await window.shift();
    if (!outcome) return;
    progress.next = outcome.index + 1;
    if (outcome.ok) progress.queued++;
    else progress.failed++;
    onProgress?.({ ...progress });
    yield outcome;
  }

  async function send(lead: Lead, at: number): Promise<IngestOutcome> {
    const tried = await options.async.try.createOrUpdateLead({ body: lead }, { retry: options.retry });
    if (tried.ok) return { index: at, lead, ok: true, data: tried.data };
    const { error } = tried;
    if (error.code === 'RATE_LIMITED' && (await waited(error))) return send(lead, at);
    if (error.status === 401 || error.status === 429) end ??= { cause: error };
    return { index: at, lead, ok: false, error };
  }

  /** Our own limiter holds this lead back. That is what a long upload has to expect. */
  async function waited({ retryAfter = 0 }: TelecrmError): Promise<boolean> {
    const stop = signal ?? new AbortController().signal;
    return sleep(retryAfter * 1000, stop).then(
      () => true,
      () => false,
    );
  }
}
