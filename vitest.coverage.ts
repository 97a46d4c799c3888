/** The coverage that the tests of a package must reach, and where it is reported. */
export const coverage = {
  reporter: ['text-summary', 'json-summary', 'html'],
  reportsDirectory: 'reports/coverage',
  thresholds: { lines: 95, branches: 90 },
};
