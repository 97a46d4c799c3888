import { setTimeout as sleep } from 'node:timers/promises';
import type { AsyncClient, TelecrmError } from '@telecrm/client';
import type { Journal } from '../journal/journal.ts';
import { asLead, type LeadBody } from '../plan/payload.ts';
import type { CircuitBreaker } from './breaker.ts';
import { classify, type Verdict } from './classify.ts';

/** A checked row that can be sent. */
export interface SendableRow {
  readonly number: number;
  readonly body: LeadBody;
  /** The identifier of the lead. Rows of the same lead are sent sequentially. */
  readonly identifier: string;
}

export interface SendOptions {
  readonly client: AsyncClient;
  readonly journal: Journal;
  readonly breaker: CircuitBreaker;
  /** The maximum number of rows in flight. */
  readonly concurrency: number;
  /**
   * The maximum number of attempts per row. While no other row succeeds, a row is sent three times as often; without
   * any response there is no limit.
   */
  readonly maxAttempts: number;
  /** The delay before the client's rate limiter is asked again. */
  readonly rateLimitWaitMs: number;
  /** Stops sending: rows in flight are completed, and no further row is sent. */
  readonly signal: AbortSignal;
  /** How long rows in flight may take to complete after that. */
  readonly graceMs: number;
  /** Called after each row that was settled. */
  readonly onSettled: () => void;
}

/**
 * Sends rows concurrently, and settles each in the journal. A row with actions is recorded before it is sent, because
 * sending it twice would append them twice.
 *
 * @returns The reason for stopping early, if it did. Rows that are still open can be sent later.
 */
export async function sendRows(
  rows: AsyncIterable<SendableRow>,
  options: SendOptions,
): Promise<Error | undefined> {
  const { concurrency, signal, graceMs } = options;
  using end = abortAfter(signal, graceMs);
  const inFlight = new Map<string, Promise<void>>();
  let stop: Error | undefined;
  const isStopped = () => stop !== undefined || signal.aborted;

  try {
    for await (const row of rows) {
      // The rows of the same lead are sent in order.
      while (inFlight.has(row.identifier)) await inFlight.get(row.identifier);
      while (inFlight.size >= concurrency) await Promise.race(inFlight.values());
      if (isStopped()) break;
      const sent = sendRow(row, { ...options, end: end.signal }, isStopped)
        .catch((error: Error) => {
          stop ??= error;
        })
        .finally(() => inFlight.delete(row.identifier));
      inFlight.set(row.identifier, sent);
    }
  } finally {
    // Also if a row cannot be read: the outcomes of those in flight are recorded.
    await Promise.all(inFlight.values());
  }
  return stop;
}

/** A signal that is aborted some time after another one. */
function abortAfter(signal: AbortSignal, ms: number): Disposable & { signal: AbortSignal } {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    timer = setTimeout(() => controller.abort(), ms);
  };
  signal.addEventListener('abort', start, { once: true });
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      signal.removeEventListener('abort', start);
      clearTimeout(timer);
    },
  };
}

/** The result of one attempt. */
type Attempt =
  | { readonly verdict: 'queued' | 'stopped' }
  | { readonly verdict: Verdict; readonly error: TelecrmError };

/** Sends a row until it is settled. Rejects, leaving the row open, if no row can be sent any more. */
async function sendRow(
  row: SendableRow,
  options: SendOptions & { end: AbortSignal },
  isStopped: () => boolean,
): Promise<void> {
  const { journal, breaker, maxAttempts, rateLimitWaitMs, signal, onSettled } = options;
  const settle = async (outcome: 'queued' | 'failed' | 'unknown', error?: TelecrmError) => {
    await journal.settle(row.number, outcome, error && describeCall(error));
    onSettled();
  };
  const before = breaker.successes;
  for (let attempts = 1; ; attempts++) {
    const attempt = await breaker.run(
      async () => (isStopped() ? stopped : sendOnce(row, options)),
      ({ verdict, ...attempt }) => {
        if (verdict === 'stopped' || verdict === 'wait') return undefined;
        const isFailure = verdict === 'retry' || verdict === 'unknown';
        return isFailure && 'error' in attempt ? attempt.error : 'responded';
      },
    );
    if (!('error' in attempt)) return attempt.verdict === 'queued' ? settle('queued') : undefined;
    const { verdict, error } = attempt;
    switch (verdict) {
      case 'stop':
        throw error;
      case 'rejected':
        return settle('failed', error);
      case 'unknown':
        return settle('unknown', error);
      case 'wait':
        attempts--;
        await sleep(rateLimitWaitMs, undefined, { signal });
        break;
      case 'retry': {
        // Whether it would arrive in the end is not known.
        if (isStopped()) return;
        const othersSucceed = breaker.successes > before;
        const hasResponse = error.status !== undefined;
        if (othersSucceed ? attempts >= maxAttempts : hasResponse && attempts >= 3 * maxAttempts) {
          return settle('failed', error);
        }
      }
    }
  }
}

const stopped: Attempt = { verdict: 'stopped' };

async function sendOnce(
  row: SendableRow,
  { client, journal, end }: SendOptions & { end: AbortSignal },
): Promise<Attempt> {
  const { number, body } = row;
  const hasActions = (body.actions?.length ?? 0) > 0;
  if (hasActions) await journal.start(number);
  const result = await client.try.createOrUpdateLead({ body: asLead(body) }, { signal: end });
  if (result.ok) return { verdict: 'queued' };
  const verdict = classify(result.error, hasActions);
  // A row that cannot have arrived may be sent again, even by a later run.
  const isOpen = verdict === 'stop' || verdict === 'wait' || verdict === 'retry';
  if (hasActions && isOpen) await journal.reopen(number);
  return { verdict, error: result.error };
}

/** Describes a failed call in one line. */
export function describeCall({ status, code, message }: TelecrmError): string {
  return `${status === undefined ? '' : `${status} `}${code}: ${message}`;
}
