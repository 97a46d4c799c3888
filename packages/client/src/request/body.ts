import { describeType } from '../arguments/describe-type.ts';

/** Parses the body of a response as JSON; returns the text if it is not JSON. */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Describes the kind of a body without quoting it. */
export function describeBody(text: string): string {
  if (text.trim() === '') return 'no body';
  if (/^\s*<[a-z!]/i.test(text)) return 'an HTML page';
  const value = parseBody(text);
  return value === text ? 'plain text' : `JSON (${describeType(value)})`;
}

/** The own property of an object; undefined if it is not an object or has no such property. */
export function keyOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
