export type { TestSandbox, TestSandboxOptions } from './start-sandbox.ts';
export { startSandbox } from './start-sandbox.ts';
