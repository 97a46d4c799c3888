/** The saved content of a workspace. */
export interface SnapshotRecord {
  /** Unique within the workspace. */
  readonly name: string;
  /** Unix time in milliseconds. */
  readonly savedOn: number;
  readonly leads: number;
}

/**
 * Named copies of the leads, timelines, team and options of a workspace. Each method is one transaction, and takes less
 * than two seconds for 100,000 leads.
 */
export interface SnapshotStorage {
  /**
   * Saves the content under a name, replacing an existing snapshot with that name.
   *
   * @param snapshot `limit`: the maximum number of snapshots of the workspace, including this one.
   * @returns `limit`: there are too many. `gone`: the workspace does not exist.
   */
  save(
    enterpriseId: string,
    snapshot: { name: string; savedOn: number; limit?: number },
  ): Promise<'saved' | 'limit' | 'gone'>;
  /**
   * Replaces the content, and removes queued ingestions, unprocessed, from the list; everything else remains unchanged.
   * `false` if there is no such snapshot.
   */
  restore(enterpriseId: string, name: string): Promise<boolean>;
  /** Oldest first. */
  list(enterpriseId: string): Promise<readonly SnapshotRecord[]>;
  /** `false` if there is no such snapshot. */
  delete(enterpriseId: string, name: string): Promise<boolean>;
}
