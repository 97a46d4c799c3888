import type { TeamMember } from '../definition/index.ts';
import type { ActionQuery, LeadQuery } from './query.ts';
import type {
  ActionChange,
  ActionRecord,
  LeadChange,
  LeadRecord,
  MemberRecord,
} from './records.ts';

/** The part of a list to return. */
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
 * The reads of a store. Lists of leads and actions are newest first; of those created in the same millisecond, the one
 * added last comes first.
 */
export interface StoreReader {
  /** Whether the store has neither leads nor members. */
  isEmpty(): Promise<boolean>;
  /** The number of leads and of actions, which a store knows without visiting them. */
  count(): Promise<{ readonly leads: number; readonly actions: number }>;

  getLead(id: string): Promise<LeadRecord | undefined>;
  /** By the normalized identifier. */
  findLead(identifier: string): Promise<LeadRecord | undefined>;
  /** A query by identifier must use an index. */
  searchLeads(query: LeadQuery, page: PageRequest): Promise<PageResult<LeadRecord>>;

  getAction(leadId: string, actionId: string): Promise<ActionRecord | undefined>;
  searchActions(
    leadId: string,
    query: ActionQuery,
    page: PageRequest,
  ): Promise<PageResult<ActionRecord>>;

  /** By the normalized email address. */
  getMember(identifier: string): Promise<MemberRecord | undefined>;
  /** All members, including deleted ones, in the order of insertion. */
  listMembers(): Promise<readonly MemberRecord[]>;

  /** The labels added to a field, oldest first. */
  listOptions(field: string): Promise<readonly string[]>;
}

/** The reads and writes within one transaction. Reads see the transaction's own writes. */
export interface StoreTransaction extends StoreReader {
  /** Returns `false` and inserts nothing if another lead has the identifier. */
  insertLead(lead: LeadRecord): Promise<boolean>;
  /** Returns the changed lead, or `undefined` if it does not exist. */
  changeLead(id: string, change: LeadChange): Promise<LeadRecord | undefined>;

  /** Appends to timelines in this order. Throws if a lead does not exist. */
  appendActions(actions: readonly ActionRecord[]): Promise<void>;
  /** Returns the changed action, or `undefined` if it does not exist. */
  changeAction(
    leadId: string,
    actionId: string,
    change: ActionChange,
  ): Promise<ActionRecord | undefined>;

  /** Inserts only if the email address is new and fewer than `seats` members are not deleted. */
  insertMember(
    record: MemberRecord,
    seats: number,
  ): Promise<'inserted' | 'email-taken' | 'no-free-seat'>;
  /** Returns the changed member, or `undefined` if it does not exist. */
  setMemberStatus(
    identifier: string,
    status: TeamMember['status'],
  ): Promise<MemberRecord | undefined>;

  /** Adds an option to a field. Idempotent. */
  addOption(field: string, label: string): Promise<void>;

  /** Removes everything. */
  clear(): Promise<void>;
}

/**
 * The state of a workspace: an asynchronous interface in terms of leads, actions, members and options, which a database
 * can implement. `storeConformance` of `@telecrm/workspace/testing` tests an implementation.
 */
export interface WorkspaceStore extends StoreReader {
  /**
   * Runs `work` in a transaction: all of its writes take effect if it resolves, and none if it rejects. Transactions
   * are serializable; reads outside of transactions see only committed writes.
   *
   * @param work Must have no effects except on the transaction, so that a store can run it again after a conflict. It
   * must call only methods of the transaction: methods of the store may wait for it to end.
   * @returns The value to which `work` resolves.
   */
  transaction<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T>;

  /** Returns the whole content as plain JSON. */
  snapshot(): Promise<unknown>;
  /** Replaces the whole content by a snapshot. An invalid one changes nothing. */
  restore(snapshot: unknown): Promise<{ ok: true } | { ok: false; reason: string }>;
}
