import type { EntryReading } from '../actions/entry.ts';
import { type ActionDialect, readEntries } from '../actions/entry.ts';
import { emptyField, type FieldRules, type ReadFields, readFields } from '../fields/index.ts';
import { isObject, type JsonObject, own } from '../json.ts';
import { type Drop, drop } from '../remark.ts';
import type { Room } from '../room.ts';
import { kindOf, quote } from '../words.ts';
import { identifierOf } from './identifier.ts';

/** A lead with its actions as a request brings them, read but not yet stored. */
export interface LeadDraft {
  /** What was sent as `fields`, if that is an object. */
  sent: JsonObject;
  read: ReadFields;
  identifier: string | undefined;
  actions: readonly EntryReading[];
  rules: FieldRules;
  /** What stands beside `fields` and `actions`, which nobody reads. */
  stray: readonly Drop[];
}

export async function readDraft(
  room: Room,
  body: unknown,
  dialect: ActionDialect,
): Promise<LeadDraft> {
  const rules = await room.fieldRules();
  const fields = own(body, 'fields');
  const sent = isObject(fields) ? fields : {};
  const read = readFields(sent, room.leadFields, rules);
  const entries = own(body, 'actions');
  return {
    sent,
    read,
    rules,
    identifier: identifierOf(read.stored.get(room.identifier.apiName)),
    actions: Array.isArray(entries) ? readEntries(room, entries, rules, dialect) : [],
    stray: strayKeys(room, body),
  };
}

/** A drop for each field that is not stored. On a lead that is new there is nothing that an empty value could empty. */
export function fieldDrops({ dropped, emptied }: ReadFields, isNew: boolean): Drop[] {
  const empty = isNew ? emptied.map((apiName) => ({ apiName, ...emptyField(apiName) })) : [];
  return [...dropped, ...empty].map(({ apiName, remark, fix }) =>
    drop(`fields.${apiName}`, remark, fix),
  );
}

function strayKeys(room: Room, body: unknown): Drop[] {
  if (!isObject(body)) return [];
  const drops: Drop[] = [];
  for (const key of Object.keys(body)) {
    if (key === 'fields' && isObject(own(body, key))) continue;
    if (key === 'actions' && Array.isArray(own(body, key))) continue;
    drops.push(stray(room, key, own(body, key)));
  }
  return drops;
}

function stray({ leadFields }: Room, key: string, value: unknown): Drop {
  if (key === 'fields') {
    return drop(
      key,
      'Fields must be an object',
      `send API names and values instead of ${kindOf(value)}`,
    );
  }
  if (key === 'actions') {
    return drop(
      key,
      'Actions must be an array',
      `send a list of actions instead of ${kindOf(value)}`,
    );
  }
  const remark = `${quote(key)} is not read beside \`fields\` and \`actions\``;
  const fix = leadFields.has(key) ? 'move it into `fields`' : 'send it as one of the `fields`';
  return drop(key === '' ? '""' : key, remark, fix);
}
