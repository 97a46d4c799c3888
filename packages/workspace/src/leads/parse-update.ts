import type { WorkspaceRules } from '../context/rules.ts';
import { type FieldRules, type ParsedFields, parseFields } from '../fields/index.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue } from '../results/dropped-value.ts';
import type { Rejection } from '../results/rejection.ts';
import { describeType } from '../text/format.ts';
import { droppedFields } from './dropped-parts.ts';
import { withoutLockedFields } from './locked-fields.ts';
import { unknownKey } from './parse-lead.ts';

/** An update of a lead, parsed from a request and not yet stored. */
export interface ParsedLeadUpdate {
  readonly fields: ParsedFields;
  /** The parts of an accepted request that are not stored. */
  readonly dropped: readonly DroppedValue[];
}

/**
 * Parses an update of a lead. The docs contradict themselves on invalid values: in general they are dropped, but this
 * operation's own page says 400, which is implemented here. Unknown fields and labels that are not in the pipeline are
 * dropped.
 */
export function parseLeadUpdate(
  rules: WorkspaceRules,
  body: unknown,
  fieldRules: FieldRules,
): ParsedLeadUpdate | Rejection {
  const fields = getOwn(body, 'fields');
  if (!isObject(fields)) {
    const fix = `send API names and values instead of ${describeType(fields)}`;
    const message = 'Fields must be an object';
    return { code: 'BAD_REQUEST', message, parts: [droppedValue('fields', message, fix)] };
  }
  const { apiName } = rules.identifier;
  if (Object.hasOwn(fields, apiName)) {
    const message = 'Cannot modify lead identifier field';
    const part = droppedValue(`fields.${apiName}`, message, 'leave it out of an update');
    return { code: 'INVALID_LEAD', message, parts: [part] };
  }
  const parsed = withoutLockedFields(rules, parseFields(fields, rules.leadFields, fieldRules));
  const invalid = parsed.dropped.filter(({ reason }) => reason === 'invalid');
  const [first] = invalid;
  if (first) {
    const parts = invalid.map(({ apiName, remark, fix }) =>
      droppedValue(`fields.${apiName}`, remark, fix),
    );
    return { code: 'BAD_REQUEST', message: first.remark, parts };
  }
  const dropped = [...droppedFields(parsed, false), ...unknownKeys(rules, body)];
  return { fields: parsed, dropped };
}

function unknownKeys({ leadFields }: WorkspaceRules, body: unknown): DroppedValue[] {
  const keys = Object.keys(body as JsonObject).filter((key) => key !== 'fields');
  return keys.map((key) => {
    if (key === 'actions') {
      const fix = 'send them to `createActions`';
      return droppedValue(key, 'An update of a lead cannot contain actions', fix);
    }
    return unknownKey(key, leadFields.has(key), 'is ignored next to `fields`');
  });
}
