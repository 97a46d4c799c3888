/** The impact of a change on the users of the API, smallest first, in the terms of semver. */
export const impacts = ['none', 'patch', 'minor', 'major'] as const;

export type Impact = (typeof impacts)[number];

/** The larger of two impacts. */
export function larger(a: Impact, b: Impact): Impact {
  return impacts.indexOf(a) >= impacts.indexOf(b) ? a : b;
}

/** The largest step from one version to another; a downgrade counts as none. */
export function between(older: string, newer: string): Impact {
  const [from, to] = [numbers(older), numbers(newer)];
  for (const [index, impact] of (['major', 'minor', 'patch'] as const).entries()) {
    const step = (to[index] ?? 0) - (from[index] ?? 0);
    if (step !== 0) return step > 0 ? impact : 'none';
  }
  return 'none';
}

function numbers(version: string): number[] {
  return version.split('-', 1)[0]?.split('.').map(Number) ?? [];
}
