import type { WorkspaceContext } from '../context/context.ts';
import { stableId } from '../context/ids.ts';
import { leadOptionKey, listOptions } from '../context/options.ts';
import { type FieldDefinition, standardFields } from '../definition/index.ts';
import { operationError, type Result, success } from '../results/result.ts';

/** The summary of a lead field. */
export interface CustomFieldSummary {
  type: string;
  apiName: string;
  lockAfterCreate: boolean;
  isLeadid: boolean;
  options?: string[];
}

/** The full definition of a lead field. */
export interface CustomFieldDetail extends Omit<CustomFieldSummary, 'options'> {
  id: string;
  description: string | null;
  options?: { id: string; label: string }[];
  /** Of a date field. The docs mention the date format, but not the name of its key. */
  dateFormat?: string;
}

/** Every lead field, standard ones first. With `detail`, options are objects instead of labels. */
export async function listCustomFields(
  context: WorkspaceContext,
  { query = {} }: { query?: { detail?: boolean } },
): Promise<Result<{ customFields: (CustomFieldSummary | CustomFieldDetail)[] }>> {
  const show = query.detail === true ? showDetail : showSummary;
  const fields = [...context.leadFields.values()].map((field) => show(context, field));
  return success({ customFields: await Promise.all(fields) });
}

/** Always the full definition. Names are case-sensitive. */
export async function getCustomField(
  context: WorkspaceContext,
  { path: { apiName } }: { path: { apiName: string } },
): Promise<Result<CustomFieldDetail>> {
  const field = context.leadFields.get(apiName);
  return field
    ? success(await showDetail(context, field))
    : operationError('NOT_FOUND', `Could not find custom field with apiName ${apiName}`);
}

/**
 * The ID of a standard field is its API name: the docs describe the metadata's `leadIdentifierFieldId` as an ID, but show
 * `phone`.
 */
export function fieldId(apiName: string): string {
  if (standardFields.some((field) => field.apiName === apiName)) return apiName;
  return apiName === 'contact_source' ? '5f8a1b2c3d4e5f6a7b8c9d0e' : stableId(`fields.${apiName}`);
}

async function showSummary(
  context: WorkspaceContext,
  field: FieldDefinition,
): Promise<CustomFieldSummary> {
  const options = await listOptions(context.store, field, leadOptionKey(field.apiName));
  return {
    // Responses use upper case; the docs show it for a few types only, and all follow the same rule here.
    type: field.type.toUpperCase(),
    apiName: field.apiName,
    lockAfterCreate: field.lockAfterCreate ?? false,
    isLeadid: field.isLeadid ?? false,
    ...(options && { options: [...options] }),
  };
}

async function showDetail(
  context: WorkspaceContext,
  field: FieldDefinition,
): Promise<CustomFieldDetail> {
  const { options, ...summary } = await showSummary(context, field);
  return {
    id: fieldId(field.apiName),
    ...summary,
    description: field.description ?? null,
    ...(options && { options: options.map((label, index) => ({ id: `opt_${index + 1}`, label })) }),
    ...(field.type === 'date' && { dateFormat: context.definition.dateFormat }),
  };
}
