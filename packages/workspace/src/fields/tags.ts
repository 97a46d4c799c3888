import { kindOf } from '../words.ts';
import { misfit, type ReadField, store } from './reading.ts';

/** An array of strings. A comma-separated string is none, and one bad entry spoils the whole. */
export const readTags: ReadField = (value, { label }) => {
  if (isTags(value)) return store([...value]);
  return misfit(`${label} must be an array of strings`, fixOf(value));
};

function isTags(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((tag) => typeof tag === 'string' && tag !== '');
}

function fixOf(value: unknown): string {
  if (Array.isArray(value)) return 'every entry must be a non-empty string';
  if (typeof value !== 'string' || value.trim() === '') {
    return `send ["VIP"] instead of ${kindOf(value)}`;
  }
  const tags = value
    .slice(0, 60)
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return `send ${JSON.stringify(tags)} instead of one string`;
}
