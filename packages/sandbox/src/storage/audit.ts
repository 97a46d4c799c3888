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
  /** The status of the response. */
  readonly status: number;
}

/** The audit trail: changes of workspaces with caller and time. {@link retention} limits its length. */
export interface AuditStorage {
  /** Adds an entry; durable once it resolves. Entries are never changed. */
  add(entry: AuditEntry): Promise<void>;
  /** Newest first; only those of one partner if `partnerId` is given. */
  list(filter: { readonly partnerId?: string }, page: PageRequest): Promise<PageResult<AuditEntry>>;
}
