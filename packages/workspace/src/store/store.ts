import type { TeamMember } from '../definition/index.ts';
import type { StoredValue } from '../fields/index.ts';
import type { ActionQuery, LeadQuery } from './query.ts';

/** Stored values by API name. */
export type StoredFields = Readonly<Record<string, StoredValue>>;

/** A lead as a store keeps it. Records are never changed in place. */
export interface LeadRecord {
  readonly id: string;
  /** The normalized lead identifier: the digits of a phone number, or lower case. */
  readonly identifier: string;
  readonly fields: StoredFields;
  /** Unix time in milliseconds. */
  readonly createdOn: number;
  readonly modifiedOn: number;
}

/** A timeline entry as a store keeps it. */
export interface ActionRecord {
  readonly id: string;
  readonly leadId: string;
  /** Bare code of a custom action, `PAYMENT`, or a type of telecrm's own. */
  readonly type: string;
  readonly createdOn: number;
  readonly modifiedOn: number;
  /** Email address of the team member, or empty. */
  readonly performedBy: string;
  /** The values of a custom action. */
  readonly fields?: StoredFields;
  /** The other keys: a payment's status, currency and amount, a call's duration and the like. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A change of fields: values to set and fields to clear. */
export interface FieldChange {
  readonly set: StoredFields;
  readonly unset: readonly string[];
}

/** Which part of a list to return. */
export interface PageRequest {
  readonly skip: number;
  readonly limit: number;
}

/** The requested part and the total number of results. */
export interface PageResult<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/**
 * The state of a workspace: an asynchronous interface in terms of leads, actions, members and options, which a database
 * can implement.
 *
 * Each method is atomic: `insertLead` checks the identifier and inserts in one step. Lists of leads and actions are
 * newest first; of those created in the same millisecond, the one added last comes first.
 */
export interface WorkspaceStore {
  /** Whether the store holds neither leads nor members. */
  isEmpty(): Promise<boolean>;

  /** `false`, and nothing inserted, when another lead has the identifier. */
  insertLead(lead: LeadRecord): Promise<boolean>;
  changeLead(
    id: string,
    change: FieldChange & { readonly modifiedOn: number },
  ): Promise<LeadRecord | undefined>;
  getLead(id: string): Promise<LeadRecord | undefined>;
  findLead(identifier: string): Promise<LeadRecord | undefined>;
  /** A query by identifier must use an index. */
  searchLeads(query: LeadQuery, page: PageRequest): Promise<PageResult<LeadRecord>>;

  /** Appends to the timelines of leads that exist, in this order. */
  appendActions(actions: readonly ActionRecord[]): Promise<void>;
  getAction(leadId: string, actionId: string): Promise<ActionRecord | undefined>;
  changeAction(
    leadId: string,
    actionId: string,
    change: FieldChange & {
      readonly data?: Readonly<Record<string, unknown>>;
      readonly modifiedOn: number;
    },
  ): Promise<ActionRecord | undefined>;
  searchActions(
    leadId: string,
    query: ActionQuery,
    page: PageRequest,
  ): Promise<PageResult<ActionRecord>>;

  /** Nothing is inserted unless the email address is new and fewer than `seats` members are not deleted. */
  insertMember(
    member: TeamMember,
    seats: number,
  ): Promise<'inserted' | 'email-taken' | 'no-free-seat'>;
  /** By email address, ignoring case. */
  getMember(email: string): Promise<TeamMember | undefined>;
  setMemberStatus(email: string, status: TeamMember['status']): Promise<TeamMember | undefined>;
  /** All members, deleted ones included, by name from A to Z. */
  listMembers(): Promise<readonly TeamMember[]>;

  /** Adds an option to a field. Idempotent. */
  addOption(field: string, label: string): Promise<void>;
  /** The labels added to a field, oldest first. */
  listOptions(field: string): Promise<readonly string[]>;

  /** Everything as plain JSON. */
  snapshot(): Promise<unknown>;
  /** Replaces everything by a snapshot. An invalid one changes nothing. */
  restore(snapshot: unknown): Promise<{ ok: true } | { ok: false; reason: string }>;
}
