import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

// npm has a browser for Linux x64 only; elsewhere the code that unpacks it cannot run.
const unpacks = process.platform === 'linux' && process.arch === 'x64';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Unpacking and starting a browser is slow on a busy machine.
    testTimeout: 120_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts'],
      ...(!unpacks && { thresholds: {} }),
    },
  },
});
