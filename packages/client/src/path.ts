/** What would not fill a path segment but make it vanish: nothing, `.` and `..`. */
const vanishing = /^\s*\.{0,2}\s*$/;

/** Whether a value can be a segment of a path once it is URL-encoded. */
export function canBeSegment(value: string): boolean {
  return !vanishing.test(value);
}

/**
 * Puts values into the `{names}` of a URL. A value that would make the URL another one is
 * refused: `/lead/{leadId}` without its ID is the address that creates a lead.
 */
export function fillPath(url: string, values: Record<string, unknown>): string {
  return url.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? '');
    if (canBeSegment(value)) return encodeURIComponent(value);
    throw new TypeError(
      `params.path.${name} is missing, blank or only dots, which would be the path of another call`,
    );
  });
}
