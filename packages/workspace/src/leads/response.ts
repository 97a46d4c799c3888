import type { Variants } from '../definition/index.ts';
import type { LeadRecord, StoredFields } from '../store/index.ts';

/** A copy of stored values. */
export function copyFields(fields: StoredFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([apiName, value]) => [
      apiName,
      typeof value === 'object' ? [...value] : value,
    ]),
  );
}

/** A lead in a search result. Only `fields` is documented. */
export interface LeadRow {
  id?: string;
  fields: Record<string, unknown>;
  status?: string;
  rating?: number;
  /** The assignee, empty if there is none. */
  employeeid?: string;
}

/**
 * The docs promise only `fields`; the ID, and status, rating and assignee next to `fields`, were observed in live
 * responses. The values that the docs show in `fields` are there as well.
 */
export function toLeadRow(
  { id, fields, createdOn, modifiedOn }: LeadRecord,
  { documentedSearchRows = false, emptyStatusInSearchRows = false }: Variants,
): LeadRow {
  const { status, rating, assignee } = fields;
  const shown = { ...copyFields(fields), ...(emptyStatusInSearchRows && { status: '' }) };
  if (documentedSearchRows) return { fields: shown };
  return {
    id,
    ...(typeof status === 'string' && { status }),
    ...(typeof rating === 'number' && { rating }),
    employeeid: typeof assignee === 'string' ? assignee : '',
    fields: { ...shown, created_on: createdOn, modified_on: modifiedOn },
  };
}
