import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

// Elsewhere npm carries no browser, and the half of the code that unpacks it cannot run.
const runsWhole = process.platform === 'linux' && process.arch === 'x64';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Unpacking a browser and starting it takes long on a machine that is busy with other suites.
    testTimeout: 60_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts'],
      ...(!runsWhole && { thresholds: {} }),
    },
  },
});
