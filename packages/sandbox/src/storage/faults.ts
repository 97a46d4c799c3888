import type { Fault } from '../faults/fault.ts';

/** The faults of each workspace, in order. All processes share their counts. */
export interface FaultStorage {
  list(enterpriseId: string): Promise<readonly Fault[]>;
  /**
   * Replaces the faults by a function of the current ones, atomically: concurrent updates do not lose each other's changes.
   *
   * @param change Can be called again after a conflict.
   * @returns The new faults; `undefined` if the workspace does not exist.
   */
  update(
    enterpriseId: string,
    change: (faults: readonly Fault[]) => readonly Fault[],
  ): Promise<readonly Fault[] | undefined>;
  /**
   * Takes the first fault without an `operationId` or with this one. Decrements its `times`, and removes it at zero: of
   * concurrent calls, exactly `times` get it.
   */
  take(enterpriseId: string, operationId: string): Promise<Fault | undefined>;
}
