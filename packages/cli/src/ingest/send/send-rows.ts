import { setTimeout as sleep } from 'node:timers/promises';
import type { AsyncClient, TelecrmError } from '@telecrm/client';
import type { Journal } from '../journal/journal.ts';
import { asLead, type LeadBody } from '../plan/payload.ts';
import type { CircuitBreaker } from './breaker.ts';
import { classify, type Verdict } from './classify.ts';

/** A row that was checked and can be sent. */
export interface SendableRow {
  readonly number: number;
  readonly body: LeadBody;
  /** What identifies the lead. Rows of one lead are sent one after the other. */
  readonly identifier: string;
}

export interface SendOptions {
  readonly client: AsyncClient;
  readonly journal: Journal;
  readonly breaker: CircuitBreaker;
  /** How many rows are under way at most. */
  readonly concurrency: number;
  /**
   * How often a row is sent before it counts as failed. While no other row succeeds, it is sent three times as often,
   * and without any response there is no limit.
   */
  readonly maxAttempts: number;
  /** How long to wait for the client's own rate limiter before it is asked again. */
  readonly rateLimitWaitMs: number;
  /** Ends it: no further row is taken, and those under way are finished. */
  readonly signal: AbortSignal;
  /** Is called after each row that was settled. */
  readonly onSettled: () => void;
}

/**
 * Sends rows, a few at a time, and settles each in the journal. A row with actions is noted before it is sent, since
 * sending it twice would append them twice.
 *
 * @returns Why it ended early, or nothing. Rows that are open then can be sent later.
 */
export async function sendRows(
  rows: AsyncIterable<SendableRow>,
  options: SendOptions,
): Promise<Error | undefined> {
  const { concurrency, signal } = options;
  const underWay = new Map<string, Promise<void>>();
  let stop: Error | undefined;
  const isStopped = () => stop !== undefined || signal.aborted;

  for await (const row of rows) {
    // The rows of one lead keep their order.
    while (underWay.has(row.identifier)) await underWay.get(row.identifier);
    while (underWay.size >= concurrency) await Promise.race(underWay.values());
    if (isStopped()) break;
    const sent = sendRow(row, options, isStopped)
      .catch((error: Error) => {
        stop ??= error;
      })
      .finally(() => underWay.delete(row.identifier));
    underWay.set(row.identifier, sent);
  }
  await Promise.all(underWay.values());
  return stop;
}

/** What became of one attempt. */
type Attempt =
  | { readonly verdict: 'queued' | 'stopped' }
  | { readonly verdict: Verdict; readonly error: TelecrmError };

/** Sends one row until it is settled. Rejects when no row can be sent any more; this one is open then. */
async function sendRow(
  row: SendableRow,
  options: SendOptions,
  isStopped: () => boolean,
): Promise<void> {
  const { journal, breaker, maxAttempts, rateLimitWaitMs, signal, onSettled } = options;
  const settle = async (outcome: 'queued' | 'failed' | 'unknown', error?: TelecrmError) => {
    await journal.settle(row.number, outcome, error && describe(error));
    onSettled();
  };
  const before = breaker.successes;
  for (let attempts = 1; ; attempts++) {
    const attempt = await breaker.run(
      async () => (isStopped() ? stopped : sendOnce(row, options)),
      ({ verdict }) => verdict === 'retry' || verdict === 'unknown',
    );
    if (!('error' in attempt)) return attempt.verdict === 'queued' ? settle('queued') : undefined;
    const { verdict, error } = attempt;
    switch (verdict) {
      case 'stop':
        throw error;
      case 'refused':
        return settle('failed', error);
      case 'unknown':
        return settle('unknown', error);
      case 'wait':
        attempts--;
        await sleep(rateLimitWaitMs, undefined, { signal });
        break;
      case 'retry': {
        const othersGetThrough = breaker.successes > before;
        const isAnswered = error.status !== undefined;
        if (
          othersGetThrough ? attempts >= maxAttempts : isAnswered && attempts >= 3 * maxAttempts
        ) {
          return settle('failed', error);
        }
      }
    }
  }
}

const stopped: Attempt = { verdict: 'stopped' };

async function sendOnce(row: SendableRow, { client, journal }: SendOptions): Promise<Attempt> {
  const { number, body } = row;
  const hasActions = (body.actions?.length ?? 0) > 0;
  if (hasActions) await journal.start(number);
  const result = await client.try.createOrUpdateLead({ body: asLead(body) });
  if (result.ok) return { verdict: 'queued' };
  const verdict = classify(result.error, hasActions);
  // What surely did not arrive may be sent again, by a later run too.
  const isOpen = verdict === 'stop' || verdict === 'wait' || verdict === 'retry';
  if (hasActions && isOpen) await journal.reopen(number);
  return { verdict, error: result.error };
}

function describe({ status, code, message }: TelecrmError): string {
  return `${status === undefined ? '' : `${status} `}${code}: ${message}`;
}
