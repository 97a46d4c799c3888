import { type FieldDefinition, standardFields } from '../definition/index.ts';
import { idOf } from '../ids.ts';
import { ofLead, optionsOf } from '../options.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';

/** A lead field in short. */
export interface CustomFieldSummary {
  type: string;
  apiName: string;
  lockAfterCreate: boolean;
  isLeadid: boolean;
  options?: string[];
}

/** A lead field in full. */
export interface CustomFieldDetail extends Omit<CustomFieldSummary, 'options'> {
  id: string;
  description: string | null;
  options?: { id: string; label: string }[];
}

/** Every lead field, standard ones first. With `detail`, options are objects instead of labels. */
export async function listCustomFields(
  room: Room,
  { query = {} }: { query?: { detail?: boolean } },
): Promise<Result<{ customFields: (CustomFieldSummary | CustomFieldDetail)[] }>> {
  const show = query.detail === true ? showDetail : showSummary;
  const fields = [...room.leadFields.values()].map((field) => show(room, field));
  return done({ customFields: await Promise.all(fields) });
}

/** Always in full. Names are matched by their case as well. */
export async function getCustomField(
  room: Room,
  { path: { apiName } }: { path: { apiName: string } },
): Promise<Result<CustomFieldDetail>> {
  const field = room.leadFields.get(apiName);
  return field
    ? done(await showDetail(room, field))
    : refuse('NOT_FOUND', `Could not find custom field with apiName ${apiName}`);
}

/**
 * Standard fields have their API name as ID. The metadata's identifier field is described as an ID and shown as `phone`,
 * and this way both are true.
 */
export function fieldId(apiName: string): string {
  if (standardFields.some((field) => field.apiName === apiName)) return apiName;
  return apiName === 'contact_source' ? '5f8a1b2c3d4e5f6a7b8c9d0e' : idOf(`fields.${apiName}`);
}

async function showSummary(room: Room, field: FieldDefinition): Promise<CustomFieldSummary> {
  const options = await optionsOf(room, field, ofLead(field.apiName));
  return {
    // Answers spell types in capitals; of most, no page shows how, so all are spelt alike.
    type: field.type.toUpperCase(),
    apiName: field.apiName,
    lockAfterCreate: false,
    isLeadid: field.isLeadid ?? false,
    ...(options && { options: [...options] }),
  };
}

async function showDetail(room: Room, field: FieldDefinition): Promise<CustomFieldDetail> {
  const { options, ...summary } = await showSummary(room, field);
  return {
    id: fieldId(field.apiName),
    ...summary,
    description: field.description ?? null,
    ...(options && { options: options.map((label, index) => ({ id: `opt_${index + 1}`, label })) }),
  };
}
