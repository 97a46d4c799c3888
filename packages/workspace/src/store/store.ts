import type { TeamMember } from '../definition/index.ts';
import type { ActionQuery, LeadQuery } from './query.ts';
import type {
  ActionChange,
  ActionRecord,
  LeadChange,
  LeadRecord,
  MemberRecord,
} from './records.ts';

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
 * The reads of a store. Lists of leads and actions are newest first; of those created in the same millisecond, the one
 * added last comes first.
 */
export interface StoreReader {
  /** Whether the store holds neither leads nor members. */
  isEmpty(): Promise<boolean>;

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
  /** All members, deleted ones included, in the order in which they were inserted. */
  listMembers(): Promise<readonly MemberRecord[]>;

  /** The labels added to a field, oldest first. */
  listOptions(field: string): Promise<readonly string[]>;
}

/** The reads and writes within one transaction. Reads see the transaction's own writes. */
export interface StoreTransaction extends StoreReader {
  /** `false`, and nothing inserted, when another lead has the identifier. */
  insertLead(lead: LeadRecord): Promise<boolean>;
  /** The changed lead; nothing when there is none. */
  changeLead(id: string, change: LeadChange): Promise<LeadRecord | undefined>;

  /** Appends to timelines in this order. Throws when a lead does not exist. */
  appendActions(actions: readonly ActionRecord[]): Promise<void>;
  /** The changed action; nothing when there is none. */
  changeAction(
    leadId: string,
    actionId: string,
    change: ActionChange,
  ): Promise<ActionRecord | undefined>;

  /** Nothing is inserted unless the email address is new and fewer than `seats` members are not deleted. */
  insertMember(
    record: MemberRecord,
    seats: number,
  ): Promise<'inserted' | 'email-taken' | 'no-free-seat'>;
  /** The changed member; nothing when there is none. */
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
   * Runs `work` in a transaction: all of its writes take effect when it resolves, and none when it rejects. Transactions
   * are serializable, as if one ran after the other; reads outside of them see committed writes only.
   *
   * @param work Has no effects but those on the transaction, so that a store can run it again after a conflict. It calls
   * the methods of the transaction alone: those of the store may wait for it.
   * @returns What `work` resolves to.
   */
  transaction<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T>;

  /** Everything as plain JSON. */
  snapshot(): Promise<unknown>;
  /** Replaces everything by a snapshot. An invalid one changes nothing. */
  restore(snapshot: unknown): Promise<{ ok: true } | { ok: false; reason: string }>;
}
