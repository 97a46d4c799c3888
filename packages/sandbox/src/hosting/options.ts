import type { Quotas } from './quotas.ts';

/** How a sandbox is shared. */
export interface HostingOptions {
  /** The token that creates partners and manages everything. */
  readonly adminToken?: string | undefined;
  /** The token that manages all workspaces. */
  readonly controlToken?: string | undefined;
  /** Whether anybody can create a workspace without a key, which expires after a day unless a partner claims it. */
  readonly open?: boolean | undefined;
  /** The milliseconds after its last use when a partner's workspace expires; never by default. */
  readonly expireAfterMs?: number | undefined;
  /** The quotas of partners that differ from the defaults. */
  readonly quotas?: Partial<Quotas> | undefined;
  /** The quotas of unclaimed workspaces that differ from the defaults. */
  readonly openQuotas?: Partial<Quotas> | undefined;
}
