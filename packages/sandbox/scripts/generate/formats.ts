/**
 * The formats of the spec that need a function. They replace ajv-formats, which would add the functions and patterns of
 * all other formats to the validators.
 */
export const fullFormats = {
  date: { validate: isDate },
  int64: { validate: Number.isInteger },
};

/** A calendar date in the notation of RFC 3339. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  // `Date` converts a day that does not exist into another one.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
