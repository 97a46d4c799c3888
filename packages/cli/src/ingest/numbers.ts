import { InvalidArgumentError } from '@commander-js/extra-typings';

/** Parses an option with a positive whole number. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < 1)
    throw new InvalidArgumentError('It must be a whole number of at least 1.');
  return number;
}

/** Parses an option with a positive number. */
export function positiveNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,6}(\.\d+)?$/.test(text) || number <= 0) {
    throw new InvalidArgumentError('It must be a number above 0.');
  }
  return number;
}
