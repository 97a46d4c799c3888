import type { Ingestion, Remark } from '@telecrm/workspace';
import type { ApiName } from './operations/operation.ts';
import type { AuditEntry } from './storage/audit.ts';

/** Receives events of a sandbox, for the metrics and the log of a server in front of it. */
export interface SandboxObserver {
  /** Called after an ingestion has been processed. */
  ingested(outcome: Ingestion['outcome']): void;
  /** Called with the parts of a request to the Sync API, or of an ingestion, that were not stored. */
  dropped(api: ApiName, remarks: readonly Pick<Remark, 'field' | 'remark'>[]): void;
  /** Called after a call of the control surface that is in the audit trail. */
  audited(entry: AuditEntry & { readonly status: number }): void;
  /** Called if the status of such a call could not be stored. */
  auditFailed(): void;
}
