import type { PageRequest, PageResult } from '@telecrm/workspace/store';

/** One call of the control surface. It never contains a body, a token or a key. */
export interface AuditEntry {
  /** Unix time in milliseconds. */
  readonly time: number;
  /**
   * The caller: with the admin token, with the control token or from this machine, with a partner's key, without any, or
   * with an unknown token.
   */
  readonly actor: 'admin' | 'operator' | 'partner' | 'open' | 'unknown';
  /** The ID of the partner, or `null`. */
  readonly partnerId: string | null;
  /** The `operationId`. */
  readonly operation: string;
  /** The workspace, if it names one. */
  readonly enterpriseId: string | null;
  /** The ID of the workspace or the partner that it has created, or of the partner that it has changed, or `null`. */
  readonly subject: string | null;
  /** The status of the response; `null` while the call is processed, or if its result could not be stored. */
  readonly status: number | null;
}

/** What is known of a call only once it has been processed. */
export interface AuditResult extends Pick<AuditEntry, 'subject'> {
  readonly status: number;
}

/**
 * The audit trail: changes of workspaces with caller and time.
 *
 * {@link retention} limits the number and the age of entries. The number is limited separately for each partner, and for
 * each kind of caller without a partner, so that no caller can displace the entries of another one.
 */
export interface AuditStorage {
  /**
   * Adds an entry; durable once it resolves. Deletes the oldest entry of the same caller beyond the limit, and some that
   * are too old at the time of this one.
   *
   * @returns The number of the entry, for `complete`.
   */
  add(entry: AuditEntry): Promise<number>;
  /** Sets the result of an entry, unless it has been deleted. */
  complete(number: number, result: AuditResult): Promise<void>;
  /** Newest first; only those of one partner if `partnerId` is given. */
  list(filter: { readonly partnerId?: string }, page: PageRequest): Promise<PageResult<AuditEntry>>;
}
