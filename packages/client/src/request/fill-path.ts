import { assertArgument } from '../arguments/assert-argument.ts';

/** Values that would remove a path segment instead of filling it: a blank one, `.` and `..`. */
const vanishing = /^\s*\.{0,2}\s*$/;

/**
 * Fills the parameters of a path template. Throws if a value would change the path itself:
 * `/lead/{leadId}` without its ID is the path that creates a lead.
 */
export function fillPath(path: string, values: Readonly<Record<string, unknown>>): string {
  // A replacement that calls a function takes time even if nothing matches.
  if (!path.includes('{')) return path;
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const given = values[name];
    assertArgument(Object(given) !== given, `${name} must be text`, given);
    const value = `${given ?? ''}`;
    if (!vanishing.test(value)) return encodeURIComponent(value);
    throw new TypeError(`${name} is blank`);
  });
}
