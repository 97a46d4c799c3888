import type { ResolvedDefinition } from '@telecrm/workspace';
import { guessTarget, payloadOfCells, type Target, targetsOf } from '@telecrm/workspace/rows';
import Papa from 'papaparse';
import type { Payload } from './input.ts';

/** A table, read as the payloads that its rows would be sent as. */
export interface Table {
  payloads: Payload[];
  /** What each column is sent as; nothing where no field fits. */
  columns: { name: string; target: string | undefined }[];
  /** Rows that cannot be sent, with the reasons. */
  unreadable: { label: string; problem: string }[];
  /** How many rows there are beyond those that are read. */
  more: number;
}

/** As many rows as are worth looking at on a page; `telecrm check` takes whole files. */
const mostRows = 200;

/** Reads a few rows of CSV whose first line names the columns. */
export function readTable(
  text: string,
  definition: ResolvedDefinition,
): Table | { problem: string } {
  const { data } = Papa.parse<string[]>(text.trim(), {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
  });
  const [header = [], ...rows] = data;
  const names = header.map((name) => name.trim());
  if (rows.length === 0) {
    return { problem: 'Paste JSON, a curl command, a fetch call, or CSV with its header line.' };
  }
  const targets = targetsOf(definition);
  const mapping = new Map<string, Target | null>(
    names.map((name) => [name, guessTarget(name, targets) ?? null]),
  );
  const table: Table = {
    payloads: [],
    columns: names.map((name) => ({ name, target: mapping.get(name)?.name })),
    unreadable: [],
    more: Math.max(0, rows.length - mostRows),
  };
  for (const [index, row] of rows.slice(0, mostRows).entries()) {
    const label = `Row ${index + 1}`;
    const cells = names.map((name, column) => [name, row[column] ?? ''] as const);
    // telecrm makes an option of a label that it does not know, and drops nothing.
    const payload = payloadOfCells(cells, mapping, { newOptions: true });
    if (payload.ok) table.payloads.push({ label, body: payload.body, variables: [] });
    else table.unreadable.push({ label, problem: payload.problems.join('; ') });
  }
  return table;
}
