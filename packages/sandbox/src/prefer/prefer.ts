/** The preferences for a response in a `Prefer` header, as text. */
export interface Prefer {
  readonly code?: string;
  readonly example?: string;
  readonly dynamic?: string;
  readonly seed?: string;
}

const names = ['code', 'example', 'dynamic', 'seed'] as const;

/** Parses a `Prefer` header. Returns `undefined` if it has no preference for the response. */
export function parsePrefer(header: string | undefined): Prefer | undefined {
  if (header === undefined) return undefined;
  const found: Partial<Record<string, string>> = Object.create(null);
  for (const [, name = '', quoted, bare] of header.matchAll(
    /([\w-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s,;]*)))?/g,
  )) {
    found[name.toLowerCase()] ??= quoted ?? bare ?? '';
  }
  const preferences = names.flatMap((name) => {
    const value = found[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return preferences.length === 0 ? undefined : Object.fromEntries(preferences);
}
