import type { ControlComponents } from '@telecrm/sandbox/adapter';

type Schemas = ControlComponents['schemas'];

export type Access = Schemas['Access'];
export type AuditEntry = Schemas['AuditEntry'];
export type Clock = Schemas['Clock'];
export type ClockSetting = Schemas['ClockSetting'];
export type CreatedWorkspace = Schemas['CreatedWorkspace'];
export type Fault = Schemas['Fault'];
export type Health = Schemas['Health'];
export type Ingestion = Schemas['Ingestion'];
export type Lead = Schemas['Lead'];
export type LoggedRequest = Schemas['Request'];
export type Partner = Schemas['Partner'];
export type PartnerKey = Schemas['PartnerKey'];
export type Quotas = Schemas['Quotas'];
export type Remark = Schemas['Remark'];
export type SnapshotInfo = Schemas['Snapshot'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type WorkspaceDetails = Schemas['WorkspaceDetails'];
export type Variants = Schemas['WorkspaceVariants'];
export type WorkspaceSummary = Schemas['WorkspaceSummary'];

/** A page of a list. */
export interface PageOf<T> {
  readonly data: readonly T[];
  readonly total_count: number;
}
