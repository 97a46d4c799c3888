export type { SandboxFault, SandboxIngestion, TestSandbox, TestSandboxOptions } from './sandbox.ts';
export { startSandbox } from './sandbox.ts';
