import type { Table } from '../../rows/csv.ts';
import type { RowStates } from '../journal/states.ts';
import { type PlanOptions, planRow } from '../plan.ts';
import { type ExpectedLead, type Verified, type VerifyOptions, verifyRows } from './verify-rows.ts';

/** Reads back the leads of all rows of a table that were queued. */
export function verifyTable(
  table: Table,
  plan: PlanOptions,
  states: RowStates,
  options: VerifyOptions,
): Promise<Verified> {
  return verifyRows(queuedLeads(table, plan, states), options);
}

async function* queuedLeads(
  { rows }: Table,
  plan: PlanOptions,
  states: RowStates,
): AsyncGenerator<ExpectedLead> {
  for await (const row of rows) {
    if (states.outcome(row.number) !== 'queued') continue;
    const planned = planRow(row, plan);
    if (!planned.ok) continue;
    const { identifier, stored } = planned;
    yield { row: row.number, line: row.line, identifier, fields: stored };
  }
}
