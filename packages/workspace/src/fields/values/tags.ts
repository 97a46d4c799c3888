import { describeType } from '../../text/format.ts';
import { invalidValue, type ParseField, valid } from '../field-result.ts';

/** An array of strings. A comma-separated string is invalid, and so is an array with one invalid entry. */
export const parseTags: ParseField = (value) => {
  if (isTags(value)) return valid([...value]);
  return invalidValue('must be an array of strings', fixOf(value));
};

function isTags(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((tag) => typeof tag === 'string' && tag !== '');
}

function fixOf(value: unknown): string {
  if (Array.isArray(value)) return 'every entry must be a non-empty string';
  if (typeof value !== 'string' || value.trim() === '') {
    return `send ["VIP"] instead of ${describeType(value)}`;
  }
  const tags = value
    .slice(0, 60)
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return `send ${JSON.stringify(tags)} instead of one string`;
}
