/**
 * The formats of the spec that need a function, in the place of ajv-formats, which would add functions and patterns of
 * all others to the validators.
 */
export const fullFormats = {
  date: { validate: isDate },
  int64: { validate: Number.isInteger },
};

/** A day of the calendar, as RFC 3339 writes it. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  // `Date` turns a day that does not exist into another one.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
