import type { ResolvedDefinition } from '../definition/index.ts';
import type { WorkspaceStore } from '../store/index.ts';
import { createRules, type WorkspaceRules } from './rules.ts';

/** The context of every operation: the rules of the definition, the store, the clock and the ID generator. */
export interface WorkspaceContext extends WorkspaceRules {
  readonly store: WorkspaceStore;
  readonly clock: () => number;
  readonly generateId: () => string;
}

export interface ContextOptions extends Pick<WorkspaceContext, 'store' | 'clock' | 'generateId'> {
  readonly definition: ResolvedDefinition;
}

export function createContext({ definition, ...options }: ContextOptions): WorkspaceContext {
  return { ...createRules(definition), ...options };
}
