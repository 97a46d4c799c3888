/** Quotes a name that a caller sent for use in a message: truncated, unprintable characters replaced. */
export function quoteName(name: string): string {
  const visible = name.slice(0, 61).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return `\`${visible.length > 60 ? `${visible.slice(0, 60)}…` : visible}\``;
}

/** A field's name as remarks show it: “Deal size” for `deal_size`. */
export function fieldLabel(apiName: string): string {
  const words = quoteName(apiName).slice(1, -1).replaceAll('_', ' ').trim();
  return words === '' ? 'Value' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Describes the JSON type of a value: “a string”. */
export function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (value === '') return 'an empty string';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Formats names as “`a`, `b`, `c`”, truncated after `max` of them. */
export function formatList(names: readonly string[], max = 8): string {
  const shown = names.slice(0, max).map(quoteName).join(', ');
  return names.length > max ? `${shown} …` : shown;
}
