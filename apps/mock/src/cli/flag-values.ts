/** An invalid use of a flag. */
export class UsageError extends Error {}

/** Parses the whole number of a flag. */
export function numberOf(text: string | undefined, flag: string, from: number, to: number) {
  if (text === undefined) return undefined;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new UsageError(`${flag} must be a whole number from ${from} to ${to}`);
}

/**
 * Parses a bearer token. Characters outside of ASCII have no common encoding in headers, so nobody could send such a
 * token.
 */
export function tokenOf(
  text: string | undefined,
  flag: string,
  variable: string,
  env: NodeJS.ProcessEnv,
): string | undefined {
  const token = text ?? env[variable];
  if (token === undefined || /^[!-~]{8,}$/.test(token)) return token;
  const name = text === undefined ? variable : flag;
  throw new UsageError(`${name} must have at least 8 characters, all of ASCII, and no spaces`);
}
