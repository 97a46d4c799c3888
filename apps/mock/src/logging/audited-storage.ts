import type { AuditEntry, SandboxStorage } from '@telecrm/sandbox/storage';

/** Wraps a storage to report each entry of the audit trail once it is durable. */
export function auditedStorage(
  storage: SandboxStorage,
  onAudited: (entry: AuditEntry) => void,
): SandboxStorage {
  const { audit } = storage;
  return {
    ...storage,
    audit: {
      list: (filter, page) => audit.list(filter, page),
      async add(entry) {
        await audit.add(entry);
        onAudited(entry);
      },
    },
  };
}
