import type { Result } from '@telecrm/workspace';
import type { ServerContext } from '../calls/server-context.ts';
import { assertFaults } from '../faults/parse-faults.ts';
import { depthLimit, isDeeperThan } from '../http/json-depth.ts';
import { pageOf } from '../lists/page.ts';
import { forgetTokens } from '../rate-limit/limiters.ts';
import type { credentialsOf } from './credentials.ts';
import { listLeads, listTimeline } from './leads.ts';
import type { SandboxWorkspace } from './sandbox-workspace.ts';
import { summaryOf } from './summary.ts';
import type { Tenant } from './tenant.ts';

/**
 * A workspace for programs in the same process.
 *
 * @param find Returns it, and throws after it has been deleted.
 * @param ready Resolves when it has been created.
 */
export function openWorkspace(
  server: Omit<ServerContext, 'examples'>,
  credentials: ReturnType<typeof credentialsOf>,
  ready: () => Promise<void>,
): SandboxWorkspace {
  const { registry, clock, limiters } = server;
  const { enterpriseId } = credentials;
  const find = (): Tenant => {
    const tenant = registry.get(enterpriseId);
    if (tenant) return tenant;
    throw new Error(`The workspace ${enterpriseId} is not there: it was deleted`);
  };
  const present = async (): Promise<Tenant> => {
    await ready();
    return find();
  };
  return {
    ...credentials,
    faults: {
      list: () => find().faults.list(),
      add(...faults) {
        const all = [...find().faults.list(), ...faults];
        assertFaults(all);
        find().faults.replace(all);
      },
      replace(faults) {
        assertFaults(faults);
        find().faults.replace(faults);
      },
      clear: () => find().faults.replace([]),
    },
    summary: async () => summaryOf(await present(), clock.initial),
    drain: async () => (await present()).ingestions.drain(),
    ingestions: (page) => find().ingestions.list(pageOf(page)),
    requests: (page) => find().requests.list(pageOf(page)),
    leads: async (request) => listLeads(await present(), clock.initial, request),
    async timeline(leadId, page) {
      const where = { leadId, page: pageOf(page) };
      return dataOf(await listTimeline(await present(), clock.initial, where));
    },
    async addTimelineEvent(leadId, event) {
      const tenant = await present();
      if (isDeeperThan(depthLimit, event)) {
        throw new TypeError(`The event is nested more than ${depthLimit} levels deep`);
      }
      return dataOf(await tenant.workspace(clock.beginCall()).addTimelineEvent(leadId, event));
    },
    async reset() {
      const tenant = await present();
      forgetTokens(limiters, tenant.tokens);
      await tenant.reset(clock.beginCall());
    },
    async delete() {
      const tenant = await present();
      forgetTokens(limiters, tenant.tokens);
      registry.remove(enterpriseId);
    },
  };
}

function dataOf<T>(result: Result<T>): T {
  if (result.ok) return result.data;
  throw new TypeError(result.message);
}
