import { type LiteralSyntax, writeLiteral } from './literal.ts';

/** Writes JSON for readers. Values that fit on one line are not broken, which halves the height of most samples. */
export function writeJson(value: unknown): string {
  // The column of samples is narrower than a line of a program.
  return writeLiteral(value, jsonSyntax, { used: 16 });
}

const jsonSyntax: LiteralSyntax = {
  string: (text) => JSON.stringify(text),
  keyword: String,
  key: (name) => `${JSON.stringify(name)}: `,
  list: ['[', ']'],
  object: ['{ ', ' }'],
  emptyObject: '{}',
  lastComma: '',
  indent: '  ',
};
