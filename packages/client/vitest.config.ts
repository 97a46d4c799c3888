import { defineConfig } from 'vitest/config';

// Some tests start compilers, which takes long on a machine that is busy with other suites.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
