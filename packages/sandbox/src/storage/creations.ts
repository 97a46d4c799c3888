import type { RateLimit } from './rate-limits.ts';

/** How many workspaces a caller can create in any period of these seconds. */
export type CreationLimit = Pick<RateLimit, 'requests' | 'seconds'>;

/**
 * Counts the workspaces that callers without a key create, across all processes. The key of a caller is stored only as
 * long as it is counted. All callers have the same period.
 */
export interface CreationStorage {
  /**
   * Counts a workspace before it is created, if the limit allows it.
   *
   * @returns 0 if it is allowed, otherwise the whole seconds until one is.
   */
  take(caller: string, limit: CreationLimit): Promise<number>;
  /** Removes the newest count of a caller, because nothing was created. */
  giveBack(caller: string): Promise<void>;
  /** Deletes what is no longer counted in a period of these seconds. */
  deleteExpired(seconds: number): Promise<void>;
}
