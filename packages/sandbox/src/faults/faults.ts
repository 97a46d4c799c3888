import type { components } from '../generated/control-types.ts';

/** A simulated failure, as described by the control surface. */
export type Fault = components['schemas']['Fault'];

/** The faults of a workspace. */
export interface Faults {
  readonly size: number;
  replace(faults: readonly Fault[]): void;
  list(): Fault[];
  /** The fault that applies to a request, if any. Decrements its `times`. */
  take(operationId: string): Fault | undefined;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    get size() {
      return faults.length;
    },
    replace(next) {
      faults = [...next];
    },
    list: () => [...faults],
    take(operationId) {
      const index = faults.findIndex((fault) => (fault.operationId ?? operationId) === operationId);
      const fault = faults[index];
      if (fault?.times === undefined) return fault;
      const left = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      faults.splice(index, 1, ...left);
      return fault;
    },
  };
}
