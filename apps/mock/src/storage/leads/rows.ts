import type { LeadRecord } from '@telecrm/workspace/store';
import { decodeText } from '../tables/text.ts';

/** A row of `lead`. */
export interface LeadRow {
  seq: number;
  id: string;
  identifier: string;
  fields: string;
  created_on: number;
  modified_on: number;
}

export const leadColumns = 'l.seq, l.id, l.identifier, l.fields, l.created_on, l.modified_on';

export function toLead(row: LeadRow): LeadRecord {
  return {
    id: row.id,
    identifier: decodeText(row.identifier),
    // Only `JSON.stringify` of the fields of a lead is stored here.
    fields: JSON.parse(row.fields),
    createdOn: row.created_on,
    modifiedOn: row.modified_on,
  };
}
