import type { Operation } from '@telecrm/spec/model';

/** The error codes that an operation documents, by status. The key `5XX` covers the whole range. */
export type DocumentedErrors = Readonly<Record<string, readonly string[]>>;

/** The documented errors of an operation, with the codes that occur in its examples. */
export function documentedErrors({ responses }: Operation): DocumentedErrors {
  const entries = responses
    .filter(({ status }) => /^[45]/.test(status))
    .map(({ status, content }) => {
      const codes = (content?.examples ?? []).map(({ value }) => codeOf(value)).filter(Boolean);
      return [status, [...new Set(codes)]] as const;
    });
  return Object.fromEntries(entries.filter(([, codes]) => codes.length > 0));
}

function codeOf(value: unknown): string {
  // Only examples of errors have a code.
  return (value as { error?: { code?: string } } | undefined)?.error?.code ?? '';
}
