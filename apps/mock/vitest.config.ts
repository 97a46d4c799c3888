import { defineConfig } from 'vitest/config';

// Some tests start whole programs, which takes long on a machine that is busy with other suites.
export default defineConfig({ test: { testTimeout: 30_000, hookTimeout: 30_000 } });
