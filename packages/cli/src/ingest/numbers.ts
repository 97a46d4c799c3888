import { InvalidArgumentError } from '@commander-js/extra-typings';

/** A whole number from one on, in an option. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < 1)
    throw new InvalidArgumentError('It takes a whole number from 1.');
  return number;
}

/** A number above zero, in an option. */
export function positiveNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,6}(\.\d+)?$/.test(text) || number <= 0) {
    throw new InvalidArgumentError('It takes a number above 0.');
  }
  return number;
}
