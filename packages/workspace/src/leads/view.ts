import type { LeadRecord, StoredFields } from '../store/index.ts';

/** Stored values, in arrays of the reader's own. */
export function showFields(fields: StoredFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([apiName, value]) => [
      apiName,
      typeof value === 'object' ? [...value] : value,
    ]),
  );
}

/** A lead in a search result. */
export interface LeadRow {
  id: string;
  fields: Record<string, unknown>;
  status?: string;
  rating?: number;
  /** The assignee, empty when there is none. */
  employeeid: string;
}

/**
 * The docs promise `fields` alone; the ID, and status, rating and assignee beside `fields`, come with live answers. The
 * values that the docs keep in `fields` stay there as well.
 */
export function showRow({ id, fields, createdOn, modifiedOn }: LeadRecord): LeadRow {
  const { status, rating, assignee } = fields;
  return {
    id,
    ...(typeof status === 'string' && { status }),
    ...(typeof rating === 'number' && { rating }),
    employeeid: typeof assignee === 'string' ? assignee : '',
    fields: { ...showFields(fields), created_on: createdOn, modified_on: modifiedOn },
  };
}
