import { getOwn, isObject } from '../json/json.ts';
import { type Check, decimal, listOf, object, otherThan, take, text } from './check.ts';
import type { ActionFieldDefinition, CustomActionDefinition } from './definition.ts';
import { distinct, fieldType, labels } from './fields.ts';

const code = take(
  (value) => (typeof value === 'string' && /^ACTION_[0-9]{1,20}$/.test(value) ? value : undefined),
  'send `ACTION_` and the number, such as `ACTION_1001`',
);

const fieldDefinition = object({ type: fieldType }, { options: labels });

const fieldSchema: Check<Readonly<Record<string, ActionFieldDefinition>>> = (
  value,
  at,
  problems,
) => {
  if (!isObject(value)) {
    const fix = 'send an object such as { "note": { "type": "TEXT" } }';
    problems.push({ field: at, problem: otherThan(value), fix });
    return undefined;
  }
  const entries: [string, ActionFieldDefinition][] = [];
  for (const apiName of Object.keys(value)) {
    const field = fieldDefinition(getOwn(value, apiName), `${at}.${apiName}`, problems);
    if (field) entries.push([apiName, field]);
  }
  return Object.fromEntries(entries);
};

const customAction: Check<CustomActionDefinition> = object(
  { code, displayName: text, fieldSchema },
  { description: text, icon: text, score: decimal },
);

export const customActions = distinct(
  listOf(customAction),
  (action) => action.code,
  'give each custom action a code of its own',
);
