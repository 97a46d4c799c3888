import type { DateFormat } from './date-format.ts';

/** A field's value as it is stored, which is how reads return it. */
export type StoredValue = string | number | readonly string[];

/** What a field type makes of a value that was sent. `null` means that it empties the field. */
export type Reading = { ok: true; stored: StoredValue | null } | Misfit;

/** A value that does not fit. */
export interface Misfit {
  ok: false;
  /** What the API says: “Rating must be between 1 and 5”. */
  remark: string;
  /** What to do about it, to stand behind a colon: “send a whole number, such as 3”. */
  fix: string;
  /** The value is a label that the pipeline does not offer, which updates drop instead of refusing. */
  unlisted?: true;
}

/** What a field type has to know of the workspace. */
export interface ReadContext {
  /** How a remark calls the field: “Deal size”. */
  label: string;
  /** Whose country code a phone number gets that has none, such as `IN`. */
  defaultCountry: string;
  dates: DateFormat;
  /** Labels of the active statuses of the pipeline. */
  statuses: ReadonlySet<string>;
  /** Labels of the active lost reasons. */
  lostReasons: ReadonlySet<string>;
  /** Email addresses of the team, as spelt there, by their lower case. */
  members: ReadonlyMap<string, string>;
}

/** A field type: value in, stored value or the reason against it out. It never throws. */
export type ReadField = (value: unknown, context: ReadContext) => Reading;

export function store(stored: StoredValue | null): Reading {
  return { ok: true, stored };
}

export function misfit(remark: string, fix: string): Misfit {
  return { ok: false, remark, fix };
}
