/**
 * Tests for authors of storages.
 *
 * @packageDocumentation
 */
import type { SandboxStorage } from '../storage/storage.ts';
import { hostingCases } from './hosting.ts';
import { ingestionCases } from './ingestions.ts';
import { listCases } from './lists.ts';
import type { Subject } from './records.ts';
import { contentCases } from './workspace-content.ts';
import { expiryCases } from './workspace-expiry.ts';
import { workspaceCases } from './workspaces.ts';

/** One test of a storage. */
export interface StorageConformanceCase {
  /** The behavior under test. */
  readonly name: string;
  /** Rejects if the storage does not behave as described. */
  run(): Promise<void>;
}

/** A storage to test. */
export interface StorageUnderTest {
  /** An empty storage. */
  readonly storage: SandboxStorage;
  /**
   * The same storage with a separate connection, as another process would open it.
   *
   * @default `storage`, for one that cannot be shared
   */
  readonly other?: SandboxStorage;
}

/**
 * Tests of the whole contract of a {@link SandboxStorage}. They work with any test runner. `storeConformance` of
 * `@telecrm/workspace/testing` tests the stores of its workspaces.
 *
 * @param open Opens an empty storage; called for each test, which closes it.
 *
 * @example
 * ```ts
 * import { it } from 'node:test';
 * import { createMemoryStorage } from '@telecrm/sandbox/storage';
 * import { storageConformance } from '@telecrm/sandbox/testing';
 *
 * const open = () => ({ storage: createMemoryStorage() });
 * for (const { name, run } of storageConformance(open)) it(name, run);
 * ```
 */
export function storageConformance(
  open: () => StorageUnderTest | Promise<StorageUnderTest>,
): readonly StorageConformanceCase[] {
  const cases = {
    ...workspaceCases,
    ...contentCases,
    ...expiryCases,
    ...ingestionCases,
    ...listCases,
    ...hostingCases,
  };
  return Object.entries(cases).map(([name, test]) => ({ name, run: () => runCase(open, test) }));
}

async function runCase(
  open: () => StorageUnderTest | Promise<StorageUnderTest>,
  test: (subject: Subject) => Promise<void>,
): Promise<void> {
  const { storage, other = storage } = await open();
  try {
    await test({ storage, other });
  } finally {
    await storage.close();
    if (other !== storage) await other.close();
  }
}
