import { defineConfig } from 'vitest/config';

// The tests of the lint start Redocly, which takes long on a machine that is busy with other suites.
export default defineConfig({ test: { testTimeout: 30_000, hookTimeout: 60_000 } });
