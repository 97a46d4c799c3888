import { type ConvertOptions, convertCell } from './convert-cell.ts';
import type { Target } from './target.ts';

/** The payload of a row, or all problems that prevent it from being sent. */
export type RowPayload =
  | { readonly ok: true; readonly body: RowBody }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A body of the Async API that has not been checked yet. */
export interface RowBody {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly actions?: readonly unknown[];
}

/**
 * Converts a row of a table to a payload.
 *
 * @param mapping The target of each column; `null` leaves a column out.
 *
 * @example
 * ```ts
 * import { defaultDefinition } from '@telecrm/workspace';
 * import { payloadOfCells, targetsOf } from '@telecrm/workspace/rows';
 *
 * const mapping = new Map([['Mobile', targetsOf(defaultDefinition).get('phone') ?? null]]);
 * const payload = payloadOfCells([['Mobile', '919999999999']], mapping, { newOptions: false });
 * if (payload.ok) console.log(payload.body.fields);
 * ```
 */
export function payloadOfCells(
  cells: readonly (readonly [column: string, cell: string])[],
  mapping: ReadonlyMap<string, Target | null>,
  options: ConvertOptions,
): RowPayload {
  const fields: [string, unknown][] = [];
  const actions = new Map<string, [string, unknown][]>();
  const problems: string[] = [];
  for (const [column, cell] of cells) {
    const target = mapping.get(column);
    if (!target) continue;
    const converted = convertCell(cell, target, options);
    if (converted.kind === 'problem') problems.push(`${target.name} ${converted.problem}`);
    if (converted.kind !== 'value') continue;
    const entry: [string, unknown] = [target.field.apiName, converted.value];
    if (target.action === undefined) fields.push(entry);
    else actions.set(target.action, [...(actions.get(target.action) ?? []), entry]);
  }
  if (problems.length > 0) return { ok: false, problems };
  const sent = [...actions].map(([type, entries]) => ({
    type,
    fields: Object.fromEntries(entries),
  }));
  const body = { fields: Object.fromEntries(fields), ...(sent.length > 0 && { actions: sent }) };
  return { ok: true, body };
}
