import { isSamePhone, isSameText } from '../values/same-value.ts';

/** Whether a stored value equals the one that was sent; `unknown` if that cannot be determined. */
export type Match = 'yes' | 'no' | 'unknown';

/**
 * Compares a stored value with the one that was sent, by the type of the field.
 *
 * @param type As returned by `listCustomFields`; undefined for a field that the workspace does not have.
 */
export function matchValue(type: string | undefined, sent: unknown, stored: unknown): Match {
  if (isEmpty(sent)) return matchIf(isEmpty(stored));
  if (isEmpty(stored)) return 'no';
  switch (type?.toUpperCase()) {
    case 'PHONE':
      return matchIf(isSamePhone(String(sent), String(stored)));
    case 'NUMBER':
    case 'RATING':
    case 'MONEY':
      return matchIf(Number(sent) === Number(stored));
    case 'DATE':
      return matchDate(sent, stored);
    case 'TAGS':
      return matchIf(isSameSet(sent, stored));
    case 'EMAIL':
    case 'ACTIVEUSERS':
    case 'DROPDOWN':
    case 'STATUS':
    case 'LOSTREASON':
      // Labels and addresses are matched without regard to case.
      return matchIf(isSameText(sent, stored));
    default:
      return matchIf(String(sent).trim() === String(stored).trim());
  }
}

/** Text depends on the date format and on a time zone that no endpoint returns. */
function matchDate(sent: unknown, stored: unknown): Match {
  if (String(sent) === String(stored)) return 'yes';
  return typeof sent === 'number' ? 'no' : 'unknown';
}

function isSameSet(sent: unknown, stored: unknown): boolean {
  const [one, other] = [setOf(sent), setOf(stored)];
  return one.size === other.size && [...one].every((item) => other.has(item));
}

function setOf(value: unknown): Set<string> {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return new Set(items.map((item) => String(item).trim().toLowerCase()));
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

function matchIf(equal: boolean): Match {
  return equal ? 'yes' : 'no';
}
