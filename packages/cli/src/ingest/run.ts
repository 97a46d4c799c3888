import type { AsyncClient } from '@telecrm/client';
import type { Table } from '../rows/csv.ts';
import type { Row } from '../rows/row.ts';
import type { Journal } from './journal/journal.ts';
import { type PlanOptions, planRow } from './plan/plan.ts';
import { createBreaker } from './send/breaker.ts';
import { type SendableRow, sendRows } from './send/send-rows.ts';

export interface RunOptions {
  readonly client: AsyncClient;
  readonly journal: Journal;
  readonly plan: PlanOptions;
  readonly concurrency: number;
  readonly maxOutageMs: number;
  readonly signal: AbortSignal;
  readonly onSettled: () => void;
  readonly onWait: (ms: number, failure: Error | undefined) => void;
}

/** Sends the open rows of a table, and settles rejected ones as failed. */
export async function sendTable(table: Table, options: RunOptions): Promise<Error | undefined> {
  const { client, journal, concurrency, maxOutageMs, signal, onSettled, onWait } = options;
  const breaker = createBreaker({
    threshold: 5,
    minWaitMs: 1000,
    maxWaitMs: 60_000,
    ...{ maxOutageMs, signal, onWait },
  });
  return sendRows(sendable(table.rows, options), {
    ...{ client, journal, breaker, concurrency, signal, onSettled },
    maxAttempts: 3,
    rateLimitWaitMs: 5000,
    graceMs: 10_000,
  });
}

/** Rejections are written to disk in batches, so that an invalid file is not slower than a valid one. */
const batchSize = 500;

async function* sendable(
  rows: AsyncIterable<Row>,
  { journal, plan, onSettled }: RunOptions,
): AsyncGenerator<SendableRow> {
  let settling: Promise<void>[] = [];
  try {
    for await (const row of rows) {
      const { number } = row;
      if (journal.states.outcome(number) !== undefined) continue;
      const planned = planRow(row, plan);
      if (planned.ok) {
        yield { number, body: planned.body, identifier: planned.identifier };
        continue;
      }
      const settled = journal.settle(number, 'failed', planned.reason);
      // It is awaited with the others, below.
      settled.catch(() => undefined);
      settling.push(settled);
      onSettled();
      if (settling.length >= batchSize) {
        await Promise.all(settling);
        settling = [];
      }
    }
  } finally {
    await Promise.all(settling);
  }
}
