export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/**
 * An amount of money: digits in a string, such as `'5000'` or `'499.50'`. No sign, no exponent, no separator.
 * {@link formatAmount} converts a number to an amount.
 */
export type Amount = (`${bigint}` | `${bigint}.${number}`) & `${Digit}${string}`;

/** Whether a string is an amount. */
export function isAmount(text: string): text is Amount {
  return /^\d+(\.\d+)?$/.test(text);
}
