import type { ResolvedDefinition, WorkspaceStore } from '@telecrm/workspace';
import type { PageRequest, PageResult } from '@telecrm/workspace/store';
import type { ApiName } from '../operations/operation.ts';

/**
 * `unclaimed`: created by anybody, without a partner, until it expires or is claimed. `live`: created or claimed by a
 * partner, or created by the operator. `expired`: its content is deleted and its tokens are invalid; it is still
 * listed.
 */
export type WorkspaceState = 'unclaimed' | 'live' | 'expired';

/** The clock of a workspace: a constant offset from the real time, or a fixed time. */
export type WorkspaceClock =
  | { readonly offsetMs: number }
  /** Unix time in milliseconds. */
  | { readonly fixedAt: number };

/** A workspace without its content. Times are Unix milliseconds. */
export interface WorkspaceRecord {
  /** Unique. */
  readonly enterpriseId: string;
  /** The partner that owns it; `null` for none. */
  readonly partnerId: string | null;
  readonly state: WorkspaceState;
  /** SHA-256 of each token in lower-case hex. Unique; the tokens themselves are not stored. */
  readonly tokenHashes: Readonly<Record<ApiName, string>>;
  /** Plain JSON. Only `update` changes it. */
  readonly definition: ResolvedDefinition;
  /** Whether it initially has the leads of telecrm's documentation. */
  readonly withRecords: boolean;
  readonly clock: WorkspaceClock;
  readonly createdOn: number;
  readonly lastUsedOn: number;
  /** `null`: never. */
  readonly expiresOn: number | null;
  /**
   * Changed by `update`, `claim`, `reset` and restored snapshots; not by `use`. An enterprise ID never has the same
   * revision twice, even if it is deleted and inserted again, so processes can cache data derived from a record.
   */
  readonly revision: number;
}

/** A workspace to insert. */
export type NewWorkspace = Omit<WorkspaceRecord, 'revision'>;

/** The properties of a workspace that can change. */
export type WorkspaceChange = Partial<
  Pick<WorkspaceRecord, 'tokenHashes' | 'clock' | 'expiresOn' | 'definition'>
>;

/** The workspace and the API that a token grants access to. */
export interface TokenGrant {
  readonly workspace: WorkspaceRecord;
  /** The API of the token. */
  readonly api: ApiName;
  /** Whether any ingestion is queued; if not, the queue need not be queried. */
  readonly hasQueued: boolean;
  /** Whether there are faults. */
  readonly hasFaults: boolean;
}

/** Counts of a workspace. */
export interface WorkspaceUsage {
  readonly leads: number;
  readonly actions: number;
  /** The bytes reported to `addBytes` and `use` since the last reset. */
  readonly bytes: number;
  /** Queued and processed ones. */
  readonly ingestions: number;
  readonly queued: number;
  readonly requests: number;
  readonly faults: number;
}

/** Writes the initial content of a workspace to a store whose writes are part of the caller's transaction. */
export type Fill = (store: WorkspaceStore) => Promise<void>;

/** How to insert a workspace. */
export interface InsertOptions {
  readonly fill: Fill;
  /**
   * The maximum number of workspaces with the same `partnerId` and `state`, including this one. Counted atomically:
   * concurrent inserts cannot exceed it.
   *
   * @default any number
   */
  readonly limit?: number;
}

/** `id-taken` and `token-taken`: another workspace has it. `limit`: there are too many. */
export type InsertResult = 'inserted' | 'id-taken' | 'token-taken' | 'limit';

/** The workspaces of a sandbox. Every method is one transaction, and durable once it resolves. */
export interface WorkspaceStorage {
  /** Inserts a workspace together with its initial content. */
  insert(workspace: NewWorkspace, options: InsertOptions): Promise<InsertResult>;
  /**
   * Inserts a workspace with a copy of the leads, timelines, team and options of another one. 100,000 leads take less
   * than two seconds.
   */
  clone(
    source: string,
    workspace: NewWorkspace,
    options: Pick<InsertOptions, 'limit'>,
  ): Promise<InsertResult | 'no-source'>;
  get(enterpriseId: string): Promise<WorkspaceRecord | undefined>;
  /**
   * The workspace and the API of a token; `undefined` if the workspace has expired. Called for every request, so it is
   * at most one indexed read; an implementation caches definitions by revision. It sees resolved writes of all
   * processes: once a workspace is deleted or its tokens are replaced, no process accepts the old ones.
   */
  findByToken(hash: string): Promise<TokenGrant | undefined>;
  /** Oldest first. Only those of one partner, or of none with `null`; all if `partnerId` is not given. */
  list(
    filter: { readonly partnerId?: string | null },
    page: PageRequest,
  ): Promise<PageResult<WorkspaceRecord>>;
  /**
   * In the order of the IDs; zeros for an unknown one. `leads`, `actions` and `bytes` may lag by some seconds in a
   * storage of several processes.
   */
  usage(enterpriseIds: readonly string[]): Promise<readonly WorkspaceUsage[]>;
  /**
   * Updates a record by a function of its current value, atomically: concurrent updates do not lose each other's changes.
   *
   * @returns The updated record; `undefined` if it does not exist.
   */
  update(
    enterpriseId: string,
    change: (workspace: WorkspaceRecord) => WorkspaceChange,
  ): Promise<WorkspaceRecord | undefined>;
  /**
   * Transfers an unclaimed workspace to a partner and makes it live. Of concurrent claims, one succeeds.
   *
   * @param claim `limit`: the maximum number of live workspaces of the partner, including this one.
   */
  claim(
    enterpriseId: string,
    claim: { partnerId: string; expiresOn: number | null; limit?: number },
  ): Promise<'claimed' | 'not-unclaimed' | 'limit'>;
  /**
   * Counts bytes that a request is about to write, unless there would be more than `limit` since the last reset.
   * Concurrent calls cannot exceed it, in any process.
   *
   * @returns Whether they were counted; `true` if the workspace does not exist.
   */
  addBytes(enterpriseId: string, bytes: number, limit: number): Promise<boolean>;
  /**
   * Records a use, once for each request. Buffered for about a second, never rejects, and may be lost if the process
   * crashes.
   *
   * @param use `bytes`: written bytes that `addBytes` has not counted. `expiresOn` replaces the value of the
   * record.
   */
  use(enterpriseId: string, use: { at: number; bytes: number; expiresOn?: number | null }): void;
  /**
   * Removes the content, ingestions, faults, requests and counted requests of rate limits, and adds the initial content
   * again. Snapshots remain. Waits for an ingestion that is being processed. `false` if the workspace does not exist.
   */
  reset(enterpriseId: string, fill: Fill): Promise<boolean>;
  /** Deletes a workspace with all of its content; `false` if it does not exist. */
  delete(enterpriseId: string): Promise<boolean>;
  /**
   * Expires all workspaces whose time is up: deletes everything except the record and its definition. Also deletes the
   * records of those that expired before `deleteBefore`.
   *
   * @returns The IDs of the workspaces that this call has expired.
   */
  expire(times: { now: number; deleteBefore: number }): Promise<readonly string[]>;
}
