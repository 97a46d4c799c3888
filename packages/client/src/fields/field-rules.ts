import type { Held } from './holds.ts';

/**
 * How the values of a workspace's lead fields compare: {@link fetchFieldRules} reads the types of the fields from the
 * API, and `fieldRules` of `@telecrm/client/check` reads the workspace file, which also has the format of dates.
 */
export interface FieldRules {
  /** Whether a field that was sent a value and now stores another one holds what was sent. */
  readonly holds: (apiName: string, sent: unknown, stored: unknown) => Held;
}
