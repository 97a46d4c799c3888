import type { TeamMember } from '../definition/index.ts';
import type { StoredValue } from '../fields/index.ts';
import type { ActionQuery, LeadQuery } from './query.ts';

/** Stored values by API name. */
export type StoredFields = Readonly<Record<string, StoredValue>>;

/** A lead as a store keeps it. Records are never changed in place. */
export interface LeadRecord {
  readonly id: string;
  /** What tells it from other leads, in the form that is compared: digits of a phone, or lower case. */
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
  /** Email address of who did it, or empty. */
  readonly performedBy: string;
  /** Values of a custom action. */
  readonly fields?: StoredFields;
  /** The other keys: a payment's status, currency and amount, a call's duration and the like. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What changes about fields: some get a value, some lose it. */
export interface FieldChange {
  readonly set: StoredFields;
  readonly unset: readonly string[];
}

/** A part of a list. */
export interface Page {
  readonly skip: number;
  readonly limit: number;
}

/** The part that was asked for, and how many there are in all. */
export interface Found<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/**
 * Everything that a workspace remembers, and the only way in which it does: asynchronous and in terms of leads,
 * actions, members and options, so that a database can stand behind it.
 *
 * Each method is one step: `insertLead` looks for the identifier and inserts without anything in between. Lists of
 * leads and actions are newest first; what was added later comes first among those of the same millisecond.
 */
export interface WorkspaceStore {
  /** Whether nothing has ever been put in. */
  isEmpty(): Promise<boolean>;

  /** `false`, and nothing inserted, when another lead has the identifier. */
  insertLead(lead: LeadRecord): Promise<boolean>;
  changeLead(
    id: string,
    change: FieldChange & { readonly modifiedOn: number },
  ): Promise<LeadRecord | undefined>;
  getLead(id: string): Promise<LeadRecord | undefined>;
  findLead(identifier: string): Promise<LeadRecord | undefined>;
  /** A query by identifier must not look at every lead. */
  searchLeads(query: LeadQuery, page: Page): Promise<Found<LeadRecord>>;

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
  searchActions(leadId: string, query: ActionQuery, page: Page): Promise<Found<ActionRecord>>;

  /** Nothing is inserted unless the email address is new and fewer than `seats` members are not deleted. */
  insertMember(
    member: TeamMember,
    seats: number,
  ): Promise<'inserted' | 'email-taken' | 'no-free-seat'>;
  /** By email address, whose case does not matter. */
  getMember(email: string): Promise<TeamMember | undefined>;
  setMemberStatus(email: string, status: string): Promise<TeamMember | undefined>;
  /** All members, deleted ones included, by name from A to Z. */
  listMembers(): Promise<readonly TeamMember[]>;

  /** Remembers a label that a field was sent and did not offer before. Twice is the same as once. */
  addOption(field: string, label: string): Promise<void>;
  /** The labels added to a field, oldest first. */
  listOptions(field: string): Promise<readonly string[]>;

  /** Everything as plain JSON. */
  snapshot(): Promise<unknown>;
  /** Puts a snapshot in place of everything; one that cannot be used changes nothing. */
  restore(snapshot: unknown): Promise<{ ok: true } | { ok: false; reason: string }>;
}
