import type { ConvertOptions } from '@telecrm/workspace/rows';
import type { CheckPayload } from '../../check/offline-check.ts';
import type { Row } from '../../rows/row.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { type LeadBody, payloadOf } from './payload.ts';

/** A row to send, or the reason why it is not sent. */
export type PlannedRow =
  | {
      readonly ok: true;
      readonly body: LeadBody;
      readonly identifier: string;
      /** The values as telecrm would store them. */
      readonly stored: Readonly<Record<string, unknown>>;
    }
  | { readonly ok: false; readonly reason: string };

export interface PlanOptions extends ConvertOptions {
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly check: CheckPayload;
  /** The API name of the identifier field. */
  readonly identifier: string;
  /** Sends rows even if telecrm would drop a part of them. */
  readonly partial: boolean;
}

/** Converts a row to a payload and checks it offline. */
export function planRow(row: Row, options: PlanOptions): PlannedRow {
  const { columns, mapping, check, partial } = options;
  const payload = payloadOf(row, columns, mapping, options);
  if (!payload.ok) return { ok: false, reason: payload.problems.join('; ') };
  const { body } = payload;
  const { dropped, stored } = check(body);
  if (stored === null || (dropped.length > 0 && !partial)) {
    const reasons = dropped.map(({ field, reason, fix }) => `${field}: ${reason}: ${fix}`);
    return { ok: false, reason: reasons.join('; ') };
  }
  const identifier = String(stored.fields[options.identifier]).toLowerCase();
  return { ok: true, body, identifier, stored: stored.fields };
}
