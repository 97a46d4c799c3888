import type { Match } from './match-value.ts';

/**
 * How to compare the values of lead fields. {@link fetchFieldRules} reads the field types from the API, and `fieldRules`
 * of `@telecrm/client/check` reads the workspace file, which also contains the date format.
 */
export interface FieldRules {
  /** Compares the stored value of a field with the one that was sent. */
  readonly match: (apiName: string, sent: unknown, stored: unknown) => Match;
}
