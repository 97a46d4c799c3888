import type { DateFormat } from './dates/date-format.ts';

/** A field's value, as stored and returned. */
export type StoredValue = string | number | readonly string[];

/** The result of parsing a value: what to store, or why it is invalid. `null` clears the field. */
export type FieldResult = { ok: true; stored: StoredValue | null } | InvalidValue;

/** A value that is invalid for its field's type. */
export interface InvalidValue {
  ok: false;
  /** The reason as the API words it, without the field's name: “must be between 1 and 5”. */
  problem: string;
  /** The fix, in lower case: “send a whole number, such as 3”. */
  fix: string;
  /** The value is a label that is not in the pipeline, which updates drop instead of rejecting the request. */
  inactiveLabel?: true;
}

/** The parts of the workspace that parsing a value depends on. */
export interface FieldRules {
  /** The country, such as `IN`, of phone numbers without a country code. */
  defaultCountry: string;
  dates: DateFormat;
  /** Labels of the active statuses of the pipeline. */
  statuses: ReadonlySet<string>;
  /** Labels of the active lost reasons. */
  lostReasons: ReadonlySet<string>;
  /** Email addresses of team members by their lowercase form: at least those that the request names. */
  members: ReadonlyMap<string, string>;
  /** The email address of a team member, as an example in fixes. */
  exampleMember: string;
}

/** Parses a value of one field type. Never throws. */
export type ParseField = (value: unknown, rules: FieldRules) => FieldResult;

export function valid(stored: StoredValue | null): FieldResult {
  return { ok: true, stored };
}

export function invalidValue(problem: string, fix: string): InvalidValue {
  return { ok: false, problem, fix };
}
