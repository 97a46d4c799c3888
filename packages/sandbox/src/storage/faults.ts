import type { Fault } from '../faults/fault.ts';

/** The faults of each workspace, in order. They are counted across all processes. */
export interface FaultStorage {
  list(enterpriseId: string): Promise<readonly Fault[]>;
  replace(enterpriseId: string, faults: readonly Fault[]): Promise<void>;
  /** Adds faults behind those that are there; `false` and adds none if there would be more than `limit`. */
  add(enterpriseId: string, faults: readonly Fault[], limit: number): Promise<boolean>;
  /**
   * The first fault without an `operationId` or with this one. Its `times` goes down by one, and it is removed at zero: of
   * calls at once, exactly `times` get it.
   */
  take(enterpriseId: string, operationId: string): Promise<Fault | undefined>;
}
