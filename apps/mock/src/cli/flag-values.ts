/** An invalid use of a flag. */
export class UsageError extends Error {}

/** Parses the whole number of a flag. */
export function numberOf(text: string | undefined, flag: string, from: number, to: number) {
  if (text === undefined) return undefined;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new UsageError(`${flag} must be a whole number from ${from} to ${to}`);
}
