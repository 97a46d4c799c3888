/** The syntax of JSON values in a programming language. */
export interface LiteralSyntax {
  /** Writes a string. */
  string(text: string): string;
  /** Writes `true`, `false` or `null`. */
  keyword(value: boolean | null): string;
  /** Writes a key of an object and the separator after it. */
  key(name: string): string;
  /** The brackets of a list on one line. */
  list: readonly [open: string, close: string];
  /** The brackets of an object on one line. */
  object: readonly [open: string, close: string];
  emptyObject: string;
  /** The text after the last entry if each entry is on its own line. */
  lastComma: ',' | '';
  /** The indentation of one level. */
  indent: string;
}

/** The position of a value in the code. */
export interface LiteralOptions {
  /** The indentation of the line where the value starts. */
  indent?: string;
  /** The number of characters before the value on its line. */
  used?: number;
}

const width = 80;

/** Writes a JSON value in a programming language: on one line if it fits, or else with one entry per line. */
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
