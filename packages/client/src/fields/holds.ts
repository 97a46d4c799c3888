import { isSamePhone, isSameText } from '../values/same-value.ts';

/** Whether a lead has a value that was sent; `unknown` if that cannot be determined. */
export type Held = 'yes' | 'no' | 'unknown';

/**
 * Whether a stored value is the one that was sent, by the type of its field.
 *
 * @param type As `listCustomFields` gives it; undefined for a field that the workspace does not have.
 */
export function holds(type: string | undefined, sent: unknown, stored: unknown): Held {
  if (isEmpty(sent)) return answer(isEmpty(stored));
  if (isEmpty(stored)) return 'no';
  switch (type?.toUpperCase()) {
    case 'PHONE':
      return answer(isSamePhone(String(sent), String(stored)));
    case 'NUMBER':
    case 'RATING':
    case 'MONEY':
      return answer(Number(sent) === Number(stored));
    case 'DATE':
      return holdsDate(sent, stored);
    case 'TAGS':
      return answer(isSameSet(sent, stored));
    case 'EMAIL':
    case 'ACTIVEUSERS':
    case 'DROPDOWN':
    case 'STATUS':
    case 'LOSTREASON':
      // Labels and addresses are matched without regard to case.
      return answer(isSameText(sent, stored));
    default:
      return answer(String(sent).trim() === String(stored).trim());
  }
}

/** Text depends on the date format and on a time zone that no endpoint returns. */
function holdsDate(sent: unknown, stored: unknown): Held {
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

function answer(held: boolean): Held {
  return held ? 'yes' : 'no';
}
