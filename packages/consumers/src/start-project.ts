import type { TestProject } from 'vitest/node';
import { startProject } from './project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a project with the packed client and the programs in it. */
    consumer: string;
  }
}

/** One project for all tests: installing it takes longer than they do, and none changes it. */
export default async function startProjectForAllTests(
  project: TestProject,
): Promise<() => Promise<void>> {
  const { folder, dispose } = await startProject();
  project.provide('consumer', folder);
  return dispose;
}
