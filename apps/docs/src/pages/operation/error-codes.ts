import type { NamedExample } from '@telecrm/spec/model';

/** The error codes among the examples of a response. */
export function errorCodesOf(examples: readonly NamedExample[]): string[] {
  const codes = examples.map(({ value }) => {
    // The lint of the spec has checked the form of errors; a success has no such key.
    const error = (value as { error?: { code?: string } } | null)?.error;
    return error?.code;
  });
  return [...new Set(codes.filter((code) => code !== undefined))];
}
