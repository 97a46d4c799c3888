import { type JsonObject, own } from '../json.ts';
import { nearest } from '../nearest.ts';
import { kindOf, labelOf } from '../words.ts';
import type { ReadContext, StoredValue } from './reading.ts';
import { type FieldType, fieldTypes } from './types.ts';

/** A field of a lead or of a custom action. */
export interface Field {
  /** The key under which payloads carry it. Case matters. */
  readonly apiName: string;
  readonly type: FieldType;
  /** The labels to choose from, of dropdowns and tags. */
  readonly options?: readonly string[];
}

export type Fields = ReadonlyMap<string, Field>;

/** What the workspace knows that every field is read with. */
export type FieldRules = Omit<ReadContext, 'label'>;

/** Why a field that was sent is not stored. */
export interface DroppedField {
  apiName: string;
  /** `unknown`: no such field. `unlisted`: a label that the pipeline does not offer. `misfit`: any other value. */
  because: 'unknown' | 'unlisted' | 'misfit';
  remark: string;
  fix: string;
}

/** What becomes of the values that were sent: each is stored, empties its field, or is dropped. */
export interface ReadFields {
  stored: Map<string, StoredValue>;
  emptied: string[];
  dropped: DroppedField[];
}

/** Looking for a name takes a while, and who sent more wrong ones than this has been told enough. */
const mostHints = 100;

/** Reads the values of a lead or an action against its fields. Names are case-sensitive; unknown ones are dropped. */
export function readFields(values: JsonObject, fields: Fields, rules: FieldRules): ReadFields {
  const read: ReadFields = { stored: new Map(), emptied: [], dropped: [] };
  for (const apiName of Object.keys(values)) {
    const field = fields.get(apiName);
    if (field === undefined) {
      const hint = read.dropped.length < mostHints ? nearest(apiName, fields.keys()) : undefined;
      read.dropped.push(unknownField(apiName, hint));
      continue;
    }
    const reading = fieldTypes[field.type](own(values, apiName), {
      ...rules,
      label: labelOf(apiName),
    });
    if (!reading.ok) {
      const because = reading.unlisted ? 'unlisted' : 'misfit';
      read.dropped.push({ apiName, because, remark: reading.remark, fix: reading.fix });
    } else if (reading.stored === null) read.emptied.push(apiName);
    else read.stored.set(apiName, reading.stored);
  }
  return read;
}

function unknownField(apiName: string, meant: string | undefined): DroppedField {
  return {
    apiName,
    because: 'unknown',
    remark: `${labelOf(apiName)} is not a field of this workspace`,
    fix: meant ? `did you mean \`${meant}\`?` : 'look its API name up in the list of fields',
  };
}

/** What to say where a new lead or action is sent an empty value: there is nothing there to empty. */
export function emptyField(apiName: string): Pick<DroppedField, 'remark' | 'fix'> {
  return { remark: `${labelOf(apiName)} is empty`, fix: `leave it out instead of ${kindOf('')}` };
}
