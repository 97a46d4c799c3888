import { maxFaults } from '../../generated/limits.ts';

/** Limits of a partner and of each workspace. */
export interface Quotas {
  /** Workspaces of a partner, or all unclaimed workspaces. */
  readonly workspaces: number;
  readonly leads: number;
  readonly actions: number;
  /** Bytes of all valid write requests to a workspace since its last reset. */
  readonly bytes: number;
  /** Requests to a workspace in any minute. */
  readonly requestsPerMinute: number;
  /** Calls of the control surface by a partner, or with the token of an unclaimed workspace, in any minute. */
  readonly controlCallsPerMinute: number;
  /** Ingestions in the queue of a workspace. */
  readonly queued: number;
  readonly faults: number;
  readonly snapshots: number;
}

/**
 * The quotas of a partner.
 *
 * @example
 * ```ts
 * import { partnerQuotas } from '@telecrm/sandbox/hosting';
 *
 * console.log({ ...partnerQuotas, leads: 1000 });
 * ```
 */
export const partnerQuotas: Quotas = {
  workspaces: 25,
  leads: 100_000,
  actions: 500_000,
  bytes: 256 * 1024 * 1024,
  requestsPerMinute: 1200,
  controlCallsPerMinute: 3000,
  queued: 10_000,
  faults: maxFaults,
  snapshots: 10,
};

/**
 * The quotas of unclaimed workspaces.
 *
 * @example
 * ```ts
 * import { openQuotas } from '@telecrm/sandbox/hosting';
 *
 * console.log({ ...openQuotas, leads: 1000 });
 * ```
 */
export const openQuotas: Quotas = {
  workspaces: 1000,
  leads: 500,
  actions: 2000,
  bytes: 5 * 1024 * 1024,
  requestsPerMinute: 120,
  // Three open consoles need fewer.
  controlCallsPerMinute: 300,
  queued: 500,
  faults: 10,
  snapshots: 2,
};
