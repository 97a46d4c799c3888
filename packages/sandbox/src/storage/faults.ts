import type { Fault } from '../faults/fault.ts';

/** The faults of each workspace, in order. All processes share their counts. */
export interface FaultStorage {
  list(enterpriseId: string): Promise<readonly Fault[]>;
  replace(enterpriseId: string, faults: readonly Fault[]): Promise<void>;
  /** Appends faults; `false`, without appending any, if there would be more than `limit`. */
  add(enterpriseId: string, faults: readonly Fault[], limit: number): Promise<boolean>;
  /**
   * Takes the first fault without an `operationId` or with this one. Decrements its `times`, and removes it at zero: of
   * concurrent calls, exactly `times` get it.
   */
  take(enterpriseId: string, operationId: string): Promise<Fault | undefined>;
}
