import type { PartnerRecord, PartnerStorage } from '../partners.ts';
import { inOrder } from './page.ts';

/**
 * The partners, in memory.
 *
 * @param deleteWorkspaces Deletes all workspaces of a partner.
 */
export function createMemoryPartners(
  deleteWorkspaces: (partnerId: string) => void,
): PartnerStorage {
  const partners = new Map<string, PartnerRecord>();
  return {
    async insert(partner) {
      partners.set(partner.id, partner);
    },
    findByKey: async (hash) => [...partners.values()].find(({ keyHash }) => keyHash === hash),
    get: async (id) => partners.get(id),
    list: async (page) => inOrder([...partners.values()], page),
    async replaceKey(id, keyHash) {
      const partner = partners.get(id);
      if (partner) partners.set(id, { ...partner, keyHash });
      return partner !== undefined;
    },
    async delete(id) {
      if (!partners.delete(id)) return false;
      deleteWorkspaces(id);
      return true;
    },
  };
}
