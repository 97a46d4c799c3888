import type { NamedExample } from '@telecrm/spec/model';

/** The error codes in the examples of a response. */
export function errorCodesOf(examples: readonly NamedExample[]): string[] {
  const codes = examples.map(({ value }) => {
    // The linter of the spec checks the structure of errors. Successful responses have no `error`.
    const error = (value as { error?: { code?: string } } | null)?.error;
    return error?.code;
  });
  return [...new Set(codes.filter((code) => code !== undefined))];
}
