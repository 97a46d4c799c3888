import {
  createWorkspace,
  defaultRecords,
  type ResolvedDefinition,
  type Workspace,
} from '@telecrm/workspace';
import { type ApiName, sandbox } from '../sandbox.ts';
import { type Calls, createCalls } from './calls.ts';
import { createFaults, type Faults } from './faults.ts';
import { createIngestions, type Ingestions } from './ingestions.ts';
import type { Moments } from './moments.ts';

/** A workspace with what surrounds it: its tokens, its queue, its faults and the calls it had. */
export interface Tenant {
  readonly enterpriseId: string;
  readonly tokens: Readonly<Record<ApiName, string>>;
  readonly definition: ResolvedDefinition;
  /** Another one after each reset. */
  readonly workspace: Workspace;
  readonly ingestions: Ingestions;
  readonly calls: Calls;
  readonly faults: Faults;
  /** Back to the definition. */
  reset(): Promise<void>;
}

/** What every tenant of a sandbox has in common. */
export interface Surroundings {
  moments: Moments;
  /** Milliseconds until a queued lead is processed. */
  asyncDelay: number;
}

export async function createTenant(
  definition: ResolvedDefinition,
  tokens: Tenant['tokens'],
  { moments, asyncDelay }: Surroundings,
): Promise<Tenant> {
  const { enterpriseId } = definition;
  const begin = () =>
    createWorkspace({
      definition,
      clock: moments.now,
      generateId: moments.id,
      records: enterpriseId === sandbox.enterpriseId ? defaultRecords : [],
    });
  let workspace = await begin();
  const calls = createCalls();
  const faults = createFaults();
  const ingestions = createIngestions({
    process: (body) => workspace.ingest(body),
    delay: asyncDelay,
    moments,
  });
  return {
    enterpriseId,
    tokens,
    definition,
    get workspace() {
      return workspace;
    },
    calls,
    faults,
    ingestions,
    async reset() {
      const fresh = await begin();
      ingestions.clear();
      faults.replace([]);
      calls.clear();
      workspace = fresh;
    },
  };
}
