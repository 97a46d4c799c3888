import type { PageRequest, PageResult } from '@telecrm/workspace/store';

/** One call of the control surface. It never holds a body, a token or a key. */
export interface AuditEntry {
  /** Unix time in milliseconds. */
  readonly time: number;
  /** Who made it: with the admin token, with the control token or from this machine, with a partner's key, or with none. */
  readonly actor: 'admin' | 'operator' | 'partner' | 'open';
  /** The ID of the partner who made it, or `null`. */
  readonly partnerId: string | null;
  /** The `operationId`. */
  readonly operation: string;
  /** The workspace, if it names one. */
  readonly enterpriseId: string | null;
  /** The status answered. */
  readonly status: number;
}

/** Who did what to the workspaces and when. What {@link retention} says is kept. */
export interface AuditStorage {
  /** Adds an entry; durable once it resolves. Entries are never changed. */
  add(entry: AuditEntry): Promise<void>;
  /** Newest first; those of one partner if `partnerId` is given. */
  list(filter: { readonly partnerId?: string }, page: PageRequest): Promise<PageResult<AuditEntry>>;
}
