import type { WorkspaceContext } from '../context/context.ts';
import type { FieldRules, StoredValue } from '../fields/index.ts';
import { fieldTypes } from '../fields/index.ts';
import type { JsonObject } from '../json/json.ts';
import { getOwn } from '../json/json.ts';
import { comparable } from '../store/index.ts';
import { quoteName } from '../text/format.ts';
import { nearest } from '../text/nearest.ts';

/**
 * The normalized identifier of a lead. Parsing has normalized a phone to its digits and trimmed an email address; what
 * remains is the case. Text is compared character by character, spaces included.
 */
export function identifierOf(stored: StoredValue | undefined): string | undefined {
  return typeof stored === 'string' ? comparable(stored) : undefined;
}

/** The fix for a lead without its identifier: names the field that was probably meant. */
export function missingIdentifier(
  { identifier }: WorkspaceContext,
  fields: JsonObject,
  rules: FieldRules,
): string {
  const { apiName, type } = identifier;
  // Comparing names and parsing phones is slow: look at the first fields only.
  const sent = Object.keys(fields)
    .slice(0, 100)
    .filter((name) => name !== apiName);
  const meant =
    sent.find((name) => nearest(name, [apiName]) !== undefined) ??
    (type === 'text' ? undefined : sent.find((name) => fits(getOwn(fields, name))));
  return meant
    ? `send ${quoteName(meant)} as \`${apiName}\``
    : `send \`${apiName}\` among the fields`;

  function fits(value: unknown): boolean {
    return fieldTypes[type](value, rules).ok;
  }
}
