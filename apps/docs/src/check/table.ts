import type { ResolvedDefinition } from '@telecrm/workspace';
import { guessTarget, payloadOfCells, type Target, targetsOf } from '@telecrm/workspace/rows';
import Papa from 'papaparse';
import type { Payload } from './input.ts';

/** A table, read as the payloads that its rows would be sent as. */
export interface Table {
  payloads: Payload[];
  columns: Column[];
  /** The names of all that a column can be sent as. */
  targets: string[];
  /** Rows that cannot be sent, with the reasons. */
  unreadable: { label: string; problem: string }[];
  /** How many rows there are beyond those that are read. */
  more: number;
}

/** A column of a table. */
interface Column {
  name: string;
  /** What it is sent as; nothing where no field fits. */
  target: string | undefined;
  /** The column further right that is sent as the same, whose cells win. */
  replacedBy?: string;
}

/** What a reader has chosen to send columns as, by their names; an empty text leaves a column out. */
export type ChosenTargets = ReadonlyMap<string, string>;

/** As many rows as are worth looking at on a page; `telecrm check` takes whole files. */
const mostRows = 200;

/**
 * Reads a few rows of CSV whose first line names the columns.
 *
 * @param chosen - Wins over what the names of the columns say.
 */
export function readTable(
  text: string,
  definition: ResolvedDefinition,
  chosen: ChosenTargets = new Map(),
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
  const targetOf = (name: string) => {
    const own = chosen.get(name);
    return own === undefined ? guessTarget(name, targets) : targets.get(own);
  };
  const mapping = new Map<string, Target | null>(
    names.map((name) => [name, targetOf(name) ?? null]),
  );
  const table: Table = {
    payloads: [],
    columns: columnsOf(names, mapping),
    targets: [...targets.keys()],
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

function columnsOf(
  names: readonly string[],
  mapping: ReadonlyMap<string, Target | null>,
): Column[] {
  return names.map((name, index) => {
    const target = mapping.get(name)?.name;
    const replacedBy = names
      .slice(index + 1)
      .findLast((later) => target !== undefined && mapping.get(later)?.name === target);
    return { name, target, ...(replacedBy !== undefined && { replacedBy }) };
  });
}
