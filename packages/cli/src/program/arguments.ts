import { InvalidArgumentError } from '@commander-js/extra-typings';

/** Parses the name of a file. An empty one would be the current folder. */
export function fileName(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('It must be the name of a file.');
}

/** Parses an option with the delimiter of a CSV file. */
export function delimiter(text: string): string {
  const character = text === '\\t' ? '\t' : text;
  if (/^[^"\r\n]$/u.test(character)) return character;
  throw new InvalidArgumentError('It must be one character, such as ";" or "\\t" for a tab.');
}
