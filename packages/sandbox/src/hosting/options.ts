import type { Quotas } from './quotas/quotas.ts';

/** Options of a shared sandbox. */
export interface HostingOptions {
  /** The token that can create partners and manage everything. */
  readonly adminToken?: string | undefined;
  /** The token that can manage all workspaces. */
  readonly controlToken?: string | undefined;
  /** Whether anybody can create a workspace without a key. It expires after a day unless a partner claims it. */
  readonly open?: boolean | undefined;
  /**
   * How many workspaces each network can create without a key in 24 hours; 0 means no limit.
   *
   * @default 20
   */
  readonly openPerAddress?: number | undefined;
  /** The time after its last use when a partner's workspace expires, in milliseconds; never by default. */
  readonly expireAfterMs?: number | undefined;
  /** Quotas of partners that differ from the defaults. */
  readonly quotas?: Partial<Quotas> | undefined;
  /** Quotas of unclaimed workspaces that differ from the defaults. */
  readonly openQuotas?: Partial<Quotas> | undefined;
}
