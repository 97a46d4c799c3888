import { isInstant } from '../../json/json.ts';
import { invalidValue, type ParseField, valid } from '../field-result.ts';
import type { DateFormat } from './date-format.ts';

/** Unix time in milliseconds, or text in the workspace's date format, but not ISO 8601. Stored as milliseconds. */
export const parseDate: ParseField = (value, { dates }) => {
  if (isInstant(value)) return valid(value + 0);
  const instant = typeof value === 'string' ? dates.read(value) : undefined;
  if (instant !== undefined) return valid(instant);
  return invalidValue('is not a valid date', fixOf(value, dates));
};

function fixOf(value: unknown, { readIso, write }: DateFormat): string {
  const instant = typeof value === 'string' ? readIso(value) : undefined;
  if (instant !== undefined) {
    return `ISO 8601 is not accepted, send ${instant} or "${write(instant)}"`;
  }
  if (typeof value === 'string' && /^\d{9,14}$/.test(value)) return `send ${value} without quotes`;
  return `send Unix time in milliseconds, or text such as "${write(Date.UTC(2023, 0, 1, 5))}"`;
}
