import { createMemoryLeads } from './memory-leads.ts';
import { createMemoryTeam } from './memory-team.ts';
import { readSnapshot, snapshotOf } from './snapshot.ts';
import type { WorkspaceStore } from './store.ts';

/**
 * A store in memory. Its content is lost with the process unless a snapshot is saved.
 *
 * @example
 * ```ts
 * import { createMemoryStore, createWorkspace, defaultDefinition } from '@telecrm/workspace';
 *
 * const store = createMemoryStore();
 * const workspace = await createWorkspace({ definition: defaultDefinition, store });
 * await workspace.ingest({ fields: { phone: '919999999999' } });
 * const saved = JSON.stringify(await store.snapshot());
 *
 * const restored = await createMemoryStore().restore(JSON.parse(saved));
 * if (!restored.ok) console.error(restored.reason);
 * ```
 */
export function createMemoryStore(): WorkspaceStore {
  let { leads, team, options } = empty();

  return {
    isEmpty: async () => leads.allLeads().length === 0 && (await team.listMembers()).length === 0,

    insertLead: (lead) => leads.insertLead(lead),
    changeLead: (id, change) => leads.changeLead(id, change),
    getLead: (id) => leads.getLead(id),
    findLead: (identifier) => leads.findLead(identifier),
    searchLeads: (query, page) => leads.searchLeads(query, page),

    appendActions: (actions) => leads.appendActions(actions),
    getAction: (leadId, actionId) => leads.getAction(leadId, actionId),
    changeAction: (leadId, actionId, change) => leads.changeAction(leadId, actionId, change),
    searchActions: (leadId, query, page) => leads.searchActions(leadId, query, page),

    insertMember: (member, seats) => team.insertMember(member, seats),
    getMember: (email) => team.getMember(email),
    setMemberStatus: (email, status) => team.setMemberStatus(email, status),
    listMembers: () => team.listMembers(),

    async addOption(field, label) {
      options.set(field, (options.get(field) ?? new Set()).add(label));
    },
    listOptions: async (field) => [...(options.get(field) ?? [])],

    async snapshot() {
      const labels = [...options].map(([field, known]) => ({ field, labels: [...known] }));
      return snapshotOf({
        leads: leads.allLeads(),
        actions: leads.allActions(),
        members: await team.listMembers(),
        options: labels,
      });
    },
    async restore(value) {
      const read = readSnapshot(value);
      if (!read.ok) return read;
      const { snapshot } = read;
      const filled = empty();
      for (const lead of snapshot.leads) await filled.leads.insertLead(lead);
      await filled.leads.appendActions(snapshot.actions);
      for (const member of snapshot.members) {
        await filled.team.insertMember(member, Number.POSITIVE_INFINITY);
      }
      for (const { field, labels } of snapshot.options) {
        filled.options.set(field, new Set(labels));
      }
      ({ leads, team, options } = filled);
      return { ok: true };
    },
  };
}

function empty() {
  return {
    leads: createMemoryLeads(),
    team: createMemoryTeam(),
    options: new Map<string, Set<string>>(),
  };
}
