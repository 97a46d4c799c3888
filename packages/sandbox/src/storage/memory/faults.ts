import type { FaultStorage } from '../faults.ts';
import { findWritable, type MemoryWorkspaces } from './memory-workspace.ts';

/** The faults of all workspaces, in memory. */
export function createMemoryFaults(workspaces: MemoryWorkspaces): FaultStorage {
  return {
    list: async (enterpriseId) => [...(workspaces.get(enterpriseId)?.faults ?? [])],
    async update(enterpriseId, change) {
      const workspace = findWritable(workspaces, enterpriseId);
      if (workspace === undefined) return undefined;
      workspace.faults = [...change(workspace.faults)];
      return [...workspace.faults];
    },
    async take(enterpriseId, operationId) {
      const faults = workspaces.get(enterpriseId)?.faults ?? [];
      const index = faults.findIndex((fault) => (fault.operationId ?? operationId) === operationId);
      const fault = faults[index];
      if (fault?.times === undefined) return fault;
      const left = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      faults.splice(index, 1, ...left);
      return fault;
    },
  };
}
