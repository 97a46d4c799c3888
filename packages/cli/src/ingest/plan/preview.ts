import type { Table } from '../../rows/csv.ts';
import type { Outcome } from '../journal/states.ts';
import { type PlanOptions, planRow } from './plan.ts';

/** The result of a dry run. */
export interface Preview {
  readonly rows: number;
  /** Rows that would be sent now. */
  readonly sendable: number;
  /** Rows that would not be sent. */
  readonly rejected: number;
  /** Rows that an earlier run settled. */
  readonly settled: number;
  /** The first rows that would not be sent. */
  readonly problems: readonly { row: number; line: number; reason: string }[];
}

const maxProblems = 20;

/** Reads and checks a whole file, so that an error in the last line is found before the first row is sent. */
export async function previewTable(
  table: Table,
  plan: PlanOptions,
  options: {
    outcome: (row: number) => Outcome | undefined;
    signal: AbortSignal;
    onRow: (counts: { failed: number }) => void;
  },
): Promise<Preview> {
  const counts = { rows: 0, sendable: 0, rejected: 0, settled: 0 };
  const problems: { row: number; line: number; reason: string }[] = [];
  for await (const row of table.rows) {
    options.signal.throwIfAborted();
    counts.rows++;
    if (options.outcome(row.number) !== undefined) counts.settled++;
    else {
      const planned = planRow(row, plan);
      if (planned.ok) counts.sendable++;
      else {
        counts.rejected++;
        const { number, line } = row;
        if (problems.length < maxProblems) {
          problems.push({ row: number, line, reason: planned.reason });
        }
      }
    }
    options.onRow({ failed: counts.rejected });
  }
  return { ...counts, problems };
}
