import type { AsyncLeadRequest } from '@telecrm/client';
import {
  type ConvertOptions,
  payloadOfCells,
  type RowBody,
  type RowPayload,
} from '@telecrm/workspace/rows';
import { isObject } from '../../json/json.ts';
import type { Row } from '../../rows/row.ts';
import { type Mapping, reasonColumn } from '../mapping/mapping.ts';

/** A body of the Async API. Its content has not been checked yet. */
export type LeadBody = RowBody;

/** The offline check has examined every value, and telecrm drops invalid ones. */
export function asLead(body: LeadBody): AsyncLeadRequest {
  return body as AsyncLeadRequest;
}

/**
 * Converts a row to a payload. A line of NDJSON with `fields` is a payload already; any other line is mapped like a CSV
 * row.
 */
export function payloadOf(
  row: Row,
  columns: readonly string[],
  mapping: Mapping,
  options: ConvertOptions,
): RowPayload {
  if (row.kind === 'broken') return { ok: false, problems: [row.problem] };
  if (row.kind === 'cells') {
    const cells = columns.map((column, index): [string, string] => [
      column,
      row.cells[index] ?? '',
    ]);
    return payloadOfCells(cells, mapping, options);
  }
  if (!isObject(row.value)) return { ok: false, problems: ['is not a JSON object'] };
  const { [reasonColumn]: _, ...value } = row.value;
  if (!isObject(value.fields)) {
    return { ok: false, problems: ['has no `fields`: write { "fields": { "phone": "…" } }'] };
  }
  return { ok: true, body: { ...value, fields: value.fields } };
}
