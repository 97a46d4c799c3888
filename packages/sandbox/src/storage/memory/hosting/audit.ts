import type { AuditEntry, AuditStorage } from '../../audit.ts';
import { retention } from '../../retention.ts';
import { newestFirst } from '../page.ts';

/** The audit trail, in memory. */
export function createMemoryAudit(): AuditStorage {
  /** By number, oldest first. */
  const entries = new Map<number, AuditEntry>();
  /** The numbers of the entries of each caller, oldest first. */
  const numbers = new Map<string, number[]>();
  let last = 0;

  const deleteOldest = (caller: string) => {
    const own = numbers.get(caller);
    const oldest = own?.shift();
    if (oldest !== undefined) entries.delete(oldest);
    if (own?.length === 0) numbers.delete(caller);
  };

  return {
    async add(entry) {
      const caller = callerOf(entry);
      const own = numbers.get(caller) ?? [];
      numbers.set(caller, own);
      own.push(++last);
      entries.set(last, entry);
      if (own.length > retention.auditEntries) deleteOldest(caller);
      let deletions = 0;
      for (const oldest of entries.values()) {
        const isTooOld = oldest.time < entry.time - retention.auditMs;
        if (!isTooOld || deletions++ === retention.auditDeletions) break;
        deleteOldest(callerOf(oldest));
      }
      return last;
    },
    async complete(number, result) {
      const entry = entries.get(number);
      if (entry) entries.set(number, { ...entry, ...result });
    },
    async list({ partnerId }, page) {
      const all = [...entries.values()];
      const matches = (entry: AuditEntry) => entry.partnerId === partnerId;
      return newestFirst(partnerId === undefined ? all : all.filter(matches), page);
    },
  };
}

function callerOf({ partnerId, actor }: AuditEntry): string {
  return partnerId ?? actor;
}
