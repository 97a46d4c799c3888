import { type LiteralSyntax, writeLiteral } from './literal.ts';

/** Writes JSON for readers: what fits on a line stands on one, which halves the height of most samples. */
export function writeJson(value: unknown): string {
  // A column beside a text holds fewer characters than a line of a program.
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
