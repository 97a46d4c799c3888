import type { WorkspaceStore } from '../store/index.ts';
import { actionCases } from './actions.ts';
import { leadCases } from './leads.ts';
import { teamCases } from './team.ts';
import { transactionCases } from './transactions.ts';

/** One test of a store. */
export interface ConformanceCase {
  /** What the store does: “inserts one lead with an identifier”. */
  readonly name: string;
  /** Rejects with an `AssertionError` when the store does something else. */
  run(): Promise<void>;
}

/**
 * Tests of everything that a {@link WorkspaceStore} promises, for the author of one. They need no test runner.
 *
 * @param createStore Gives an empty store, another one for each test.
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
