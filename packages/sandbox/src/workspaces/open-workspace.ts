import type { Result, Workspace } from '@telecrm/workspace';
import type { ServerContext } from '../calls/server-context.ts';
import type { CallContext } from '../clock/clock.ts';
import { contextFor } from '../clock/workspace-clock.ts';
import { assertFaults } from '../faults/parse-faults.ts';
import { maxFaults } from '../generated/limits.ts';
import { depthLimit, isDeeperThan } from '../http/json-depth.ts';
import { pageOf } from '../lists/page.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import { fillFor } from './add-workspace.ts';
import { listLeads, listTimeline } from './leads.ts';
import { listIngestions, listRequests } from './lists.ts';
import type { WorkspaceControl, WorkspaceSummary } from './sandbox-workspace.ts';
import { summariesOf } from './summary.ts';

/**
 * Opens a workspace for programs in the same process. All methods reject after its deletion.
 *
 * @param ready Resolves when the workspace has been created.
 *
 * @example
 * ```ts
 * import { facts, openSandbox, openWorkspace } from '@telecrm/sandbox/adapter';
 *
 * const { server, addDefaultWorkspace } = openSandbox();
 * const workspace = openWorkspace(server, facts.enterpriseId, addDefaultWorkspace);
 * console.log((await workspace.summary()).leads);
 * ```
 */
export function openWorkspace(
  { storage, clock, open, queue }: Omit<ServerContext, 'examples'>,
  enterpriseId: string,
  ready: () => Promise<void>,
): WorkspaceControl {
  const find = async (): Promise<WorkspaceRecord> => {
    await ready();
    const record = await storage.workspaces.get(enterpriseId);
    if (record) return record;
    throw new Error(`The workspace ${enterpriseId} does not exist: it was deleted`);
  };
  const opened = async (context: CallContext): Promise<Workspace> => {
    const record = await find();
    return open(record, contextFor(context, record.clock));
  };
  const { faults, workspaces } = storage;
  return {
    enterpriseId,
    faults: {
      async list() {
        await find();
        return [...(await faults.list(enterpriseId))];
      },
      async add(...added) {
        assertFaults(added);
        await find();
        await faults.update(enterpriseId, (current) => {
          const all = [...current, ...added];
          if (all.length <= maxFaults) return all;
          throw new TypeError(`faults would be more than ${maxFaults}: remove some first`);
        });
      },
      async replace(all) {
        assertFaults(all);
        await find();
        await faults.update(enterpriseId, () => all);
      },
      async clear() {
        await find();
        await faults.update(enterpriseId, () => []);
      },
    },
    async summary() {
      // A request log exists for each workspace.
      const [summary] = await summariesOf(storage, [await find()]);
      return summary as WorkspaceSummary;
    },
    async drain() {
      await find();
      await queue.drain(enterpriseId);
    },
    async ingestions(page) {
      await find();
      return listIngestions(storage, enterpriseId, page);
    },
    async requests(page) {
      await find();
      return listRequests(storage, enterpriseId, page);
    },
    async leads(request) {
      await find();
      return listLeads(storage, enterpriseId, request);
    },
    async timeline(leadId, page) {
      const where = { leadId, page: pageOf(page) };
      return dataOf(await listTimeline(await opened(clock.initial), where));
    },
    async addTimelineEvent(leadId, event) {
      if (isDeeperThan(depthLimit, event)) {
        throw new TypeError(`The event is nested more than ${depthLimit} levels deep`);
      }
      const workspace = await opened(clock.beginCall());
      return dataOf(await workspace.addTimelineEvent(leadId, event));
    },
    async reset() {
      const record = await find();
      const context = contextFor(clock.beginCall(), record.clock);
      await workspaces.reset(enterpriseId, fillFor(record, context));
    },
    async delete() {
      await find();
      await workspaces.delete(enterpriseId);
    },
  };
}

function dataOf<T>(result: Result<T>): T {
  if (result.ok) return result.data;
  throw new TypeError(result.message);
}
