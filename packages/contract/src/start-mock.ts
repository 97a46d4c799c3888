import { startMock } from '@telecrm/mock';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The base URL of each API on the mock that serves this run. */
    mock: { sync: string; async: string };
  }
}

/** One mock for the whole run: it keeps no state, so the tests cannot get into each other's way. */
export default async function startMockForAllTests(
  project: TestProject,
): Promise<() => Promise<void>> {
  const mock = await startMock();
  project.provide('mock', mock.baseUrls);
  return () => mock.close();
}
