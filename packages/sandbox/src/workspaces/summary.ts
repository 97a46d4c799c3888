import type { CallContext } from '../clock/clock.ts';
import type { WorkspaceSummary } from './sandbox-workspace.ts';
import type { Tenant } from './tenant.ts';

/** Counts of a workspace. */
export async function summaryOf(tenant: Tenant, context: CallContext): Promise<WorkspaceSummary> {
  const { enterpriseId, ingestions, requests, faults } = tenant;
  const { store } = tenant.workspace(context);
  const { total } = await store.searchLeads({ fields: [] }, { skip: 0, limit: 0 });
  return {
    enterpriseId,
    leads: total,
    ingestions: ingestions.size,
    queued: ingestions.queued,
    requests: requests.size,
    faults: faults.size,
  };
}
