import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { globalSetup: './src/start-mock.ts', include: ['src/**/*.test.ts'], testTimeout: 30_000 },
});
