import type { SearchPage, TimelineEntry } from '@telecrm/workspace';
import type { Fault } from '../faults/faults.ts';
import type { Ingestion } from '../ingestions/ingestion.ts';
import type { Page, PageOf } from '../lists/page.ts';
import type { LoggedRequest } from '../requests/logged-request.ts';
import type { WorkspaceCredentials } from './credentials.ts';

/** How much a workspace holds. */
export interface WorkspaceSummary {
  readonly enterpriseId: string;
  readonly leads: number;
  readonly ingestions: number;
  /** How many of the ingestions still wait. */
  readonly queued: number;
  readonly requests: number;
  readonly faults: number;
}

/** An event for a lead's timeline: a built-in type with keys of its own, or a custom action or payment. */
export interface TimelineEvent {
  readonly type: string;
  /** Unix time in milliseconds, or a date in the workspace's format. Defaults to now. */
  readonly created_on?: number | string;
  /** Email address of who did it. Defaults to nobody. */
  readonly performed_by?: string;
  readonly [key: string]: unknown;
}

/** Which leads to list. */
export interface LeadListRequest extends Partial<Page> {
  /** Part of a lead's ID, of its identifier or of one of its values, ignoring case. Defaults to all leads. */
  readonly search?: string;
}

/** A lead with its ID. */
export interface LeadWithId {
  readonly id: string;
  /** Its values by API name. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The failures on purpose of a workspace. The first that fits a call applies. */
export interface WorkspaceFaults {
  list(): Fault[];
  /** Adds faults behind those that are there; throws a `TypeError` that names the wrong key. */
  add(...faults: readonly Fault[]): void;
  /** Puts these faults in the place of all. */
  replace(faults: readonly Fault[]): void;
  clear(): void;
}

/** A workspace of a sandbox seen from within: what the API does not show, and what resets it. */
export interface SandboxWorkspace extends WorkspaceCredentials {
  readonly faults: WorkspaceFaults;
  /** How much it holds. */
  summary(): Promise<WorkspaceSummary>;
  /** Processes at once what is queued, and resolves when that is done. */
  drain(): Promise<void>;
  /** What was sent to the Async API, what became of it and why, newest first; 10 unless `page` says otherwise. */
  ingestions(page?: Partial<Page>): PageOf<Ingestion>;
  /** The last requests, newest first; 10 unless `page` says otherwise. */
  requests(page?: Partial<Page>): PageOf<LoggedRequest>;
  /** Leads with their IDs, newest first; 10 unless `request` says otherwise. */
  leads(request?: LeadListRequest): Promise<SearchPage<LeadWithId>>;
  /** The timeline of a lead, newest first; rejects when there is no such lead. */
  timeline(leadId: string, page?: Partial<Page>): Promise<SearchPage<TimelineEntry>>;
  /** Puts an event on a lead's timeline, also one that the API cannot write. */
  addTimelineEvent(leadId: string, event: TimelineEvent): Promise<{ action_id: string }>;
  /** Restores the definition, with the same tokens. */
  reset(): Promise<void>;
  /** Deletes it; its tokens open nothing any more. */
  delete(): Promise<void>;
}
