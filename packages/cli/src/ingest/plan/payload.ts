import type { AsyncLeadRequest } from '@telecrm/client';
import { isObject } from '../../json/json.ts';
import type { Row } from '../../rows/row.ts';
import { type Mapping, reasonColumn } from '../mapping/mapping.ts';
import { type ConvertOptions, convertCell } from './convert.ts';

/** What a row is sent as, or everything that keeps it from being sent. */
export type Payload =
  | { readonly ok: true; readonly body: LeadBody }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A body of the Async API. What is in it has not been checked yet. */
export interface LeadBody {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly actions?: readonly unknown[];
}

/** The offline check has looked at every value, and telecrm drops those that are invalid. */
export function asLead(body: LeadBody): AsyncLeadRequest {
  return body as AsyncLeadRequest;
}

/** The payload of a row. A line of NDJSON with `fields` is one already; any other is mapped like a row of CSV. */
export function payloadOf(
  row: Row,
  columns: readonly string[],
  mapping: Mapping,
  options: ConvertOptions,
): Payload {
  if (row.kind === 'broken') return { ok: false, problems: [row.problem] };
  if (row.kind === 'cells') {
    const cells = columns.map((column, index): [string, string] => [
      column,
      row.cells[index] ?? '',
    ]);
    return fromCells(cells, mapping, options);
  }
  if (!isObject(row.value)) return { ok: false, problems: ['is no JSON object'] };
  const { [reasonColumn]: _, ...value } = row.value;
  if (!isObject(value.fields)) {
    return { ok: false, problems: ['has no `fields`: write { "fields": { "phone": "…" } }'] };
  }
  return { ok: true, body: { ...value, fields: value.fields } };
}

function fromCells(
  cells: readonly [column: string, cell: string][],
  mapping: Mapping,
  options: ConvertOptions,
): Payload {
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
