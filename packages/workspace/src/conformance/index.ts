import type { WorkspaceStore } from '../store/index.ts';
import { actionCases } from './actions.ts';
import { leadCases } from './leads.ts';
import { teamCases } from './team.ts';
import { transactionCases } from './transactions.ts';

/** One test of a store. */
export interface ConformanceCase {
  /** The behavior under test: “inserts one lead with an identifier”. */
  readonly name: string;
  /** Rejects with an `AssertionError` if the store does not behave as described. */
  run(): Promise<void>;
}

/**
 * Tests of the whole contract of a {@link WorkspaceStore}, for authors of stores. They work with any test runner.
 *
 * @param createStore Creates an empty store; called for each test.
 *
 * @example
 * ```ts
 * import { it } from 'node:test';
 * import { createMemoryStore } from '@telecrm/workspace';
 * import { storeConformance } from '@telecrm/workspace/testing';
 *
 * for (const { name, run } of storeConformance(createMemoryStore)) it(name, run);
 * ```
 */
export function storeConformance(
  createStore: () => WorkspaceStore | Promise<WorkspaceStore>,
): readonly ConformanceCase[] {
  const cases = { ...leadCases, ...actionCases, ...teamCases, ...transactionCases };
  return Object.entries(cases).map(([name, test]) => ({
    name,
    run: async () => test(await createStore()),
  }));
}
