import { getOwn, type JsonObject } from '../json/json.ts';
import { describeType, fieldLabel, quoteName } from '../text/format.ts';
import { nearest } from '../text/nearest.ts';
import {
  type FieldResult,
  type FieldRules,
  invalidValue,
  type StoredValue,
} from './field-result.ts';
import { type FieldType, fieldTypes } from './field-types.ts';

/** A field of a lead or of a custom action. */
export interface Field {
  /** Its key in payloads. Case-sensitive. */
  readonly apiName: string;
  readonly type: FieldType;
  /** The labels to choose from, of dropdowns and tags. */
  readonly options?: readonly string[] | undefined;
  /** The maximum length of a text, in characters. */
  readonly maxLength?: number | undefined;
}

export type Fields = ReadonlyMap<string, Field>;

/** A field that is not stored. */
export interface DroppedField {
  apiName: string;
  /**
   * `unknown`: no such field. `inactive-label`: a label that is not in the pipeline. `locked`: a change of a locked field.
   * `invalid`: any other value.
   */
  reason: 'unknown' | 'inactive-label' | 'locked' | 'invalid';
  remark: string;
  fix: string;
}

/** The values of a request, each of which is stored, clears its field, or is dropped. */
export interface ParsedFields {
  stored: Map<string, StoredValue>;
  cleared: string[];
  dropped: DroppedField[];
}

/** Searching for a similar name is slow, so the number of unknown fields that get a suggestion is limited. */
function maxSuggestions(fields: Fields): number {
  return Math.min(100, Math.ceil(20_000 / fields.size));
}

/**
 * Parses the values of a lead or an action. Names of fields are case-sensitive; unknown ones are dropped.
 *
 * @param owner The owner of the fields, as named in a remark on an unknown field.
 */
export function parseFields(
  values: JsonObject,
  fields: Fields,
  rules: FieldRules,
  owner: 'workspace' | 'action' = 'workspace',
): ParsedFields {
  const parsed: ParsedFields = { stored: new Map(), cleared: [], dropped: [] };
  const suggestions = maxSuggestions(fields);
  for (const apiName of Object.keys(values)) {
    const field = fields.get(apiName);
    if (field === undefined) {
      const hint =
        parsed.dropped.length < suggestions ? nearest(apiName, fields.keys()) : undefined;
      parsed.dropped.push(unknownField(apiName, owner, hint));
      continue;
    }
    const result = limitLength(field, fieldTypes[field.type](getOwn(values, apiName), rules));
    if (!result.ok) {
      const reason = result.inactiveLabel ? 'inactive-label' : 'invalid';
      const remark = `${fieldLabel(apiName)} ${result.problem}`;
      parsed.dropped.push({ apiName, reason, remark, fix: result.fix });
    } else if (result.stored === null) parsed.cleared.push(apiName);
    else parsed.stored.set(apiName, result.stored);
  }
  return parsed;
}

function limitLength({ maxLength }: Field, result: FieldResult): FieldResult {
  if (maxLength === undefined || !result.ok || typeof result.stored !== 'string') return result;
  if (result.stored.length <= maxLength) return result;
  return invalidValue(
    `must not be longer than ${maxLength} characters`,
    `send at most ${maxLength} characters`,
  );
}

function unknownField(apiName: string, owner: string, meant: string | undefined): DroppedField {
  return {
    apiName,
    reason: 'unknown',
    remark: `${quoteName(apiName)} is not a field of this ${owner}`,
    fix: meant ? `did you mean \`${meant}\`?` : 'look up its API name in the list of fields',
  };
}

/** The remark for an empty value in a new lead or action, which has nothing to clear. */
export function emptyField(apiName: string): Pick<DroppedField, 'remark' | 'fix'> {
  return {
    remark: `${fieldLabel(apiName)} is empty`,
    fix: `leave it out instead of ${describeType('')}`,
  };
}
