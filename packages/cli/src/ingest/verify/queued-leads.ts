import type { Table } from '../../rows/csv.ts';
import type { RowStates } from '../journal/states.ts';
import { type PlanOptions, planRow } from '../plan/plan.ts';
import type { ExpectedLead } from './verify-rows.ts';

/** The leads of all queued rows of a table. */
export async function* queuedLeads(
  open: () => Promise<Table>,
  plan: PlanOptions,
  states: RowStates,
): AsyncGenerator<ExpectedLead> {
  const { rows } = await open();
  for await (const row of rows) {
    if (states.outcome(row.number) !== 'queued') continue;
    const planned = planRow(row, plan);
    if (!planned.ok) continue;
    const { identifier, stored } = planned;
    yield { row: row.number, line: row.line, identifier, fields: stored };
  }
}
