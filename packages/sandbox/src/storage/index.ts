/**
 * The state of a sandbox, as an interface that a database can implement.
 *
 * @packageDocumentation
 */
export type { Fault } from '../faults/fault.ts';
export { stringifyInSlices } from '../http/encode-json.ts';
export type { ApiName } from '../operations/operation.ts';
export type { LoggedRequest } from '../requests/logged-request.ts';
export type { AuditEntry, AuditResult, AuditStorage } from './audit.ts';
export type { CreationLimit, CreationStorage } from './creations.ts';
export type { FaultStorage } from './faults.ts';
export type { HostingStorage } from './hosting.ts';
export type {
  IngestionRecord,
  IngestionStorage,
  IngestionWork,
  NewIngestion,
  Processed,
  ProcessResult,
} from './ingestions.ts';
export { createMemoryHosting } from './memory/hosting/hosting.ts';
export { createMemoryStorage, type MemoryStorageOptions } from './memory/memory-storage.ts';
export {
  createLocalRateLimits,
  type LocalRateLimits,
} from './memory/requests/local-rate-limits.ts';
export type { PartnerRecord, PartnerStorage } from './partners.ts';
export type { PartnerRateLimitStorage, RateLimit, RateLimitStorage } from './rate-limits.ts';
export type { RequestLogOptions, RequestLogStorage } from './requests.ts';
export { retention } from './retention.ts';
export type { SnapshotRecord, SnapshotStorage } from './snapshots.ts';
export type { SandboxStorage, StorageTotals } from './storage.ts';
export { StorageUnavailableError } from './unavailable.ts';
export type {
  Fill,
  InsertOptions,
  InsertResult,
  NewWorkspace,
  TokenGrant,
  WorkspaceChange,
  WorkspaceClock,
  WorkspaceRecord,
  WorkspaceState,
  WorkspaceStorage,
  WorkspaceUsage,
} from './workspaces.ts';
