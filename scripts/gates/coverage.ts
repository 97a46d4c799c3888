/** The minimum test coverage of every package, in percent. */
const floor = { lines: 95, branches: 90 };

/** A package whose coverage is measured. */
export interface CoveredPackage {
  name: string;
  /** The `test` script of its package.json. */
  testScript: string;
  /** `test.coverage` of its vitest.config.ts. */
  coverage: { thresholds?: { lines?: number; branches?: number }; include?: string[] } | undefined;
}

/** The ways in which a package circumvents the minimum; normally none. */
export function coverageGaps({ name, testScript, coverage }: CoveredPackage): string[] {
  const { thresholds = {}, include = [] } = coverage ?? {};
  const problems: string[] = [];
  if (!testScript.includes(' --coverage'))
    problems.push(`${name}: \`test\` runs without --coverage`);
  if (include.length === 0) problems.push(`${name}: coverage includes no file`);
  for (const key of ['lines', 'branches'] as const) {
    const value = thresholds[key] ?? 0;
    if (value < floor[key])
      problems.push(`${name}: ${key} may fall to ${value}, below ${floor[key]}`);
  }
  return problems;
}
