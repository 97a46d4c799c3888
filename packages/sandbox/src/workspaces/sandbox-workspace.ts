import type { SearchPage, TimelineEntry } from '@telecrm/workspace';
import type { Fault } from '../faults/fault.ts';
import type { Ingestion } from '../ingestions/ingestion.ts';
import type { Page, PageOf } from '../lists/page.ts';
import type { LoggedRequest } from '../requests/logged-request.ts';
import type { WorkspaceState } from '../storage/workspaces.ts';
import type { WorkspaceCredentials } from './credentials.ts';

/** Counts of a workspace. */
export interface WorkspaceSummary {
  readonly enterpriseId: string;
  readonly state: WorkspaceState;
  /** The partner that owns it; `null` for none. */
  readonly partnerId: string | null;
  /** Unix time in milliseconds; `null` if it never expires. */
  readonly expiresOn: number | null;
  readonly leads: number;
  readonly ingestions: number;
  /** The number of ingestions in the queue. */
  readonly queued: number;
  readonly requests: number;
  readonly faults: number;
}

/** An event for a lead's timeline: a built-in type with any keys, a custom action or a payment. */
export interface TimelineEvent {
  readonly type: string;
  /** Unix time in milliseconds, or a date in the workspace's format. Defaults to now. */
  readonly created_on?: number | string;
  /** The email address of the team member who performed it. Defaults to none. */
  readonly performed_by?: string;
  readonly [key: string]: unknown;
}

/** Selects the leads to list. */
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

/** The faults of a workspace. The first one that matches a request applies. */
export interface WorkspaceFaults {
  list(): Promise<Fault[]>;
  /** Appends faults. Rejects with a `TypeError` that names the key if one is invalid. */
  add(...faults: readonly Fault[]): Promise<void>;
  /** Replaces all faults. */
  replace(faults: readonly Fault[]): Promise<void>;
  clear(): Promise<void>;
}

/** A workspace of a sandbox: data that the APIs do not return, and methods to control it. */
export interface WorkspaceControl {
  readonly enterpriseId: string;
  readonly faults: WorkspaceFaults;
  /** Returns its counts. */
  summary(): Promise<WorkspaceSummary>;
  /** Processes the queue immediately, and resolves when it is empty. */
  drain(): Promise<void>;
  /** Returns the requests to the Async API with outcomes and reasons, newest first. `page` defaults to the first 10. */
  ingestions(page?: Partial<Page>): Promise<PageOf<Ingestion>>;
  /** Returns the last requests, newest first. `page` defaults to the first 10. */
  requests(page?: Partial<Page>): Promise<PageOf<LoggedRequest>>;
  /** Returns leads with their IDs, newest first; 10 unless `request` says otherwise. */
  leads(request?: LeadListRequest): Promise<SearchPage<LeadWithId>>;
  /** Returns the timeline of a lead, newest first. Rejects if the lead does not exist. */
  timeline(leadId: string, page?: Partial<Page>): Promise<SearchPage<TimelineEntry>>;
  /** Adds an event to a lead's timeline, including one that the API cannot write. */
  addTimelineEvent(leadId: string, event: TimelineEvent): Promise<{ action_id: string }>;
  /** Restores the initial state of the definition. The tokens remain the same. */
  reset(): Promise<void>;
  /** Deletes the workspace. Its tokens are no longer accepted. */
  delete(): Promise<void>;
}

/** A workspace with its tokens. */
export interface SandboxWorkspace extends WorkspaceControl, WorkspaceCredentials {}
