/** Says what is wrong with a flag. */
export class UsageError extends Error {}

/** The whole number that a flag was given. */
export function numberOf(text: string | undefined, flag: string, from: number, to: number) {
  if (text === undefined) return undefined;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new UsageError(`${flag} takes a whole number from ${from} to ${to}`);
}
