/** The body of a response: JSON, or the text that it is. */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a body is, in words that repeat none of it. */
export function describeBody(text: string): string {
  if (text.trim() === '') return 'no body';
  if (/^\s*<[a-z!]/i.test(text)) return 'an HTML page';
  const value = parseBody(text);
  if (Array.isArray(value)) return 'a JSON array';
  if (value === text) return 'plain text';
  return value === null ? 'the JSON null' : `a JSON ${typeof value}`;
}

/** The own value of an object under a key; undefined where there is neither. */
export function keyOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
