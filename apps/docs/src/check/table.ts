import type { ResolvedDefinition } from '@telecrm/workspace';
import { guessTarget, payloadOfCells, type Target, targetsOf } from '@telecrm/workspace/rows';
import type { Payload } from './input.ts';

/** A table, with a payload for each row. */
export interface Table {
  payloads: Payload[];
  columns: Column[];
  /** The names of all fields that a column can be sent as. */
  targets: string[];
  /** Rows that cannot be sent, with the reasons. */
  unreadable: { label: string; problem: string }[];
  /** The number of rows that were not read. */
  more: number;
}

/** A column of a table. */
interface Column {
  name: string;
  /** The field that it is sent as, or `undefined` if no field matches. */
  target: string | undefined;
  /** A later column for the same field, whose values take precedence. */
  replacedBy?: string;
}

/** The field that a reader chose for each column, by its name. An empty string means that the column is not sent. */
export type ChosenTargets = ReadonlyMap<string, string>;

/** The maximum number of rows on the page. `telecrm check` checks whole files. */
const maxRows = 200;

/**
 * Reads the first lines of a table.
 *
 * @param lines - The cells of each line. The first line contains the names of the columns.
 * @param chosen - Takes precedence over the names of the columns.
 */
export function readTable(
  lines: readonly (readonly string[])[],
  definition: ResolvedDefinition,
  chosen: ChosenTargets = new Map(),
): Table | { problem: string } {
  const [header = [], ...rows] = lines;
  const names = header.map((name) => name.trim());
  if (rows.length === 0) {
    return { problem: 'Paste JSON, a curl command, a fetch call, or CSV with its header line.' };
  }
  const targets = targetsOf(definition);
  const targetOf = (name: string) => {
    const choice = chosen.get(name);
    return choice === undefined ? guessTarget(name, targets) : targets.get(choice);
  };
  const mapping = new Map<string, Target | null>(
    names.map((name) => [name, targetOf(name) ?? null]),
  );
  const table: Table = {
    payloads: [],
    columns: columnsOf(names, mapping),
    targets: [...targets.keys()],
    unreadable: [],
    more: Math.max(0, rows.length - maxRows),
  };
  for (const [index, row] of rows.slice(0, maxRows).entries()) {
    const label = `Row ${index + 1}`;
    const cells = names.map((name, column) => [name, row[column] ?? ''] as const);
    // telecrm adds unknown labels as new options instead of dropping them.
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
