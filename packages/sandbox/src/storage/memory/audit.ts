import type { AuditEntry, AuditStorage } from '../audit.ts';
import { retention } from '../retention.ts';
import { newestFirst } from './page.ts';
import { createRing } from './requests/ring.ts';

/** The audit trail, in memory. */
export function createMemoryAudit(): AuditStorage {
  const entries = createRing<AuditEntry>(retention.auditEntries);
  return {
    add: async (entry) => entries.add(entry),
    async list({ partnerId }, page) {
      const all = entries.items();
      const matches = (entry: AuditEntry) => entry.partnerId === partnerId;
      return newestFirst(partnerId === undefined ? all : all.filter(matches), page);
    },
  };
}
