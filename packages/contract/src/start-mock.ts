import { startMock } from '@telecrm/mock';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The base URL of each API on the mock that serves this run. */
    mock: { sync: string; async: string };
  }
}

/**
 * One mock without state for the whole run, so that the tests cannot get into each other's way. What needs a workspace
 * that behaves starts one of its own.
 */
export default async function startMockForAllTests(
  project: TestProject,
): Promise<() => Promise<void>> {
  const mock = await startMock({ stateless: true, strict: true });
  project.provide('mock', mock.baseUrls);
  return () => mock.close();
}
