import { guessTarget, type Target } from '@telecrm/workspace/rows';
import { misuse } from '../../program/exit-codes.ts';

/** The target of each column; `null` omits a column. */
export type Mapping = ReadonlyMap<string, Target | null>;

/** A mapping, and the columns that it does not contain. */
export interface ResolvedMapping {
  readonly mapping: Map<string, Target | null>;
  readonly open: readonly string[];
}

/** The column for the reasons in `failed.csv`. */
export const reasonColumn = 'telecrm_reason';

type Targets = ReadonlyMap<string, Target>;

/** Parses `--map "Mobile=phone"`; `--map "Notes="` omits the column. */
export function parseMapOption(text: string, columns: readonly string[], targets: Targets) {
  // Names of columns may contain equals signs.
  const at = text.lastIndexOf('=');
  const column = text.slice(0, Math.max(at, 0)).trim();
  if (at < 0) throw misuse(`--map ${text} has no =`, 'Write --map "Column=field".');
  if (!columns.includes(column)) {
    const named = columns.slice(0, 100).join(', ');
    const more = columns.length > 100 ? ', …' : '';
    throw misuse(`--map: there is no column “${column}”`, `The columns are ${named}${more}.`);
  }
  return [column, targetOf(text.slice(at + 1).trim(), targets, '--map')] as const;
}

/** Finds the target of a name; an empty name is `null`. */
export function targetOf(name: string, targets: Targets, where: string): Target | null {
  if (name === '') return null;
  // Actions can also be named by their bare code.
  const target = targets.get(name) ?? targets.get(`ACTION_${name}`);
  if (target) return target;
  const meant = guessTarget(name, targets)?.name;
  throw misuse(
    `${where}: the workspace has no field “${name}”`,
    meant ? `Did you mean ${meant}?` : 'Use the API names of fields; see the workspace file.',
  );
}

/** The mapping of all columns: given targets, and guesses for the others. */
export function resolveMapping(
  columns: readonly string[],
  given: ReadonlyMap<string, Target | null>,
  targets: Targets,
): ResolvedMapping {
  const mapping = new Map<string, Target | null>();
  const open: string[] = [];
  for (const column of columns) {
    const known = column === reasonColumn || column === '' ? null : given.get(column);
    const target = known === undefined ? guessTarget(column, targets) : known;
    if (target === undefined) open.push(column);
    else mapping.set(column, target);
  }
  return { mapping, open };
}

/** Two columns for the same field would overwrite each other. */
export function checkMapping(mapping: Mapping, identifier: string): void {
  const byTarget = new Map<string, string>();
  for (const [column, target] of mapping) {
    if (target === null) continue;
    const other = byTarget.get(target.name);
    if (other !== undefined) {
      throw misuse(
        `the columns “${other}” and “${column}” are both sent as ${target.name}`,
        `Leave one of them out: --map "${column}=".`,
      );
    }
    byTarget.set(target.name, column);
  }
  if (!byTarget.has(identifier)) {
    throw misuse(
      `no column is sent as ${identifier}, the lead identifier`,
      `Without it, telecrm drops every lead. Pass --map "Column=${identifier}".`,
    );
  }
}
