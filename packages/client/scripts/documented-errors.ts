import type { Operation } from '@telecrm/spec/model';

/** The error codes that an operation documents, by status; `5XX` stands for its range. */
export type DocumentedErrors = Readonly<Record<string, readonly string[]>>;

/** The errors of an operation: their codes are those of the examples. */
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
  // An example that is no error has no code, and is none.
  return (value as { error?: { code?: string } } | undefined)?.error?.code ?? '';
}
