import { facts } from '../generated/facts.ts';
import type { Tenant } from './tenant.ts';

/** The credentials of a workspace. */
export interface WorkspaceCredentials {
  /** The enterprise ID, for paths. */
  readonly enterpriseId: string;
  /** The token for the Sync API. */
  readonly syncToken: string;
  /** The token for the Async API. */
  readonly asyncToken: string;
}

/**
 * The credentials of the default workspace of every sandbox. They are public, so they can be used in tests, in CI and on
 * the command line.
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

/** The credentials of a tenant. */
export function credentialsOf({ enterpriseId, tokens }: Tenant): WorkspaceCredentials {
  return { enterpriseId, syncToken: tokens.sync, asyncToken: tokens.async };
}
