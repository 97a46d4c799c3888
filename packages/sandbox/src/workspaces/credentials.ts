import { facts } from '../generated/facts.ts';
import type { Tenant } from './tenant.ts';

/** What is needed to call a workspace. */
export interface WorkspaceCredentials {
  /** Its ID, for paths. */
  readonly enterpriseId: string;
  /** Opens the Sync API. */
  readonly syncToken: string;
  /** Opens the Async API. */
  readonly asyncToken: string;
}

/**
 * The credentials of the workspace that every sandbox has from the start. They are public, so they may stand in tests, in
 * CI and in a terminal's history.
 *
 * @example
 * ```ts
 * import { defaultCredentials } from '@telecrm/sandbox';
 *
 * const headers = { Authorization: `Bearer ${defaultCredentials.syncToken}` };
 * ```
 */
export const defaultCredentials: WorkspaceCredentials = {
  enterpriseId: facts.enterpriseId,
  syncToken: facts.tokens.sync,
  asyncToken: facts.tokens.async,
};

/** What the caller of a workspace has to know. */
export function credentialsOf({ enterpriseId, tokens }: Tenant): WorkspaceCredentials {
  return { enterpriseId, syncToken: tokens.sync, asyncToken: tokens.async };
}
