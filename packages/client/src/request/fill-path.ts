/** Values that would remove a path segment instead of filling it: an empty one, `.` and `..`. */
const vanishing = /^\s*\.{0,2}\s*$/;

/**
 * Puts values into the `{names}` of a path. A value that would make the path another one is
 * refused: `/lead/{leadId}` without its ID is the address that creates a lead.
 */
export function fillPath(path: string, values: Readonly<Record<string, unknown>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = `${values[name] ?? ''}`;
    if (!vanishing.test(value)) return encodeURIComponent(value);
    throw new TypeError(`${name} is blank`);
  });
}
