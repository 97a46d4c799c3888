import { facts } from '../generated/facts.ts';
import type { Tokens } from './add-workspace.ts';

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
 * The credentials of the default workspace of every sandbox. They are public and can be used in tests, in CI and on the
 * command line.
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

/** The credentials and base URLs of a workspace. */
export function credentialsOf(enterpriseId: string, { sync, async }: Tokens): WorkspaceCredentials {
  return { enterpriseId, syncToken: sync, asyncToken: async };
}
