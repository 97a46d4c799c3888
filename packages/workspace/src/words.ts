/** A name that a caller sent, fit for a sentence: it may be long, or hold anything at all. */
export function quote(name: string): string {
  const visible = name.slice(0, 61).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return `\`${visible.length > 60 ? `${visible.slice(0, 60)}…` : visible}\``;
}

/** How a sentence calls a field: `deal_size` is “Deal size”. */
export function labelOf(apiName: string): string {
  const words = quote(apiName).slice(1, -1).replaceAll('_', ' ').trim();
  return words === '' ? 'Value' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a value is, in words: “a string”. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === '') return 'an empty string';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** “`a`, `b`, `c`”, cut short where there are many. */
export function listed(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).map(quote).join(', ');
  return names.length > most ? `${shown} …` : shown;
}
