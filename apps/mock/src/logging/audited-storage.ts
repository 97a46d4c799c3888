import type { AuditEntry, SandboxStorage } from '@telecrm/sandbox/storage';

/** Makes a storage that also tells somebody what it adds to the audit trail, once that is durable. */
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
