/** How a language writes the values of JSON. */
export interface LiteralSyntax {
  string(text: string): string;
  /** `true`, `false` and `null`. */
  keyword(value: boolean | null): string;
  /** A key of an object with what separates it from its value. */
  key(name: string): string;
  /** The brackets as they stand on one line. */
  list: readonly [open: string, close: string];
  object: readonly [open: string, close: string];
  emptyObject: string;
  /** What follows the last entry of several lines. */
  lastComma: ',' | '';
  /** Per level. */
  indent: string;
}

export interface LiteralOptions {
  /** The indentation of the line that the value starts on. */
  indent?: string;
  /** How many characters that line holds already. */
  used?: number;
}

const width = 80;

/** Writes a JSON value in a language: on one line where it fits, else one entry a line. */
export function writeLiteral(
  value: unknown,
  syntax: LiteralSyntax,
  { indent = '', used = 0 }: LiteralOptions = {},
): string {
  if (typeof value === 'string') return syntax.string(value);
  if (typeof value === 'boolean' || value === null) return syntax.keyword(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = indent + syntax.indent;
  const write = (item: unknown, key: string) =>
    key + writeLiteral(item, syntax, { indent: inner, used: inner.length + key.length + 1 });
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => write(item, ''))
    : Object.entries(value).map(([name, item]) => write(item, syntax.key(name)));
  const [open, close] = isList ? syntax.list : syntax.object;
  if (parts.length === 0) return isList ? open + close : syntax.emptyObject;
  const short = open + parts.join(', ') + close;
  if (!short.includes('\n') && used + short.length <= width) return short;
  const lines = parts.map((part) => inner + part).join(',\n');
  return `${open.trim()}\n${lines}${syntax.lastComma}\n${indent}${close.trim()}`;
}
