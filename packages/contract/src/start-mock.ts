import { startMock } from '@telecrm/mock';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The base URL of each API on the mock of this run. */
    mock: { sync: string; async: string };
  }
}

/**
 * One stateless mock for the whole run, so that tests cannot affect each other. A test that needs state starts its own
 * sandbox.
 */
export default async function startMockForAllTests(
  project: TestProject,
): Promise<() => Promise<void>> {
  const mock = await startMock({ stateless: true, strict: true });
  project.provide('mock', mock.baseUrls);
  return () => mock.close();
}
