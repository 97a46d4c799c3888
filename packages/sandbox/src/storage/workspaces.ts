import type { ResolvedDefinition, WorkspaceStore } from '@telecrm/workspace';
import type { PageRequest, PageResult } from '@telecrm/workspace/store';
import type { ApiName } from '../operations/operation.ts';

/**
 * `unclaimed`: made by anybody, without a partner, until it expires or is claimed. `live`: made or claimed by a partner, or
 * by whoever runs the sandbox. `expired`: its content is gone and its tokens open nothing; it can still be listed.
 */
export type WorkspaceState = 'unclaimed' | 'live' | 'expired';

/** The time that a workspace goes by: a constant difference from the real time, or one that stands still. */
export type WorkspaceClock =
  | { readonly offsetMs: number }
  /** Unix time in milliseconds. */
  | { readonly fixedAt: number };

/** A workspace without its content. Times are Unix milliseconds. */
export interface WorkspaceRecord {
  /** Unique. */
  readonly enterpriseId: string;
  /** The partner to whom it belongs; `null` for none. */
  readonly partnerId: string | null;
  readonly state: WorkspaceState;
  /** SHA-256 of each token in lower-case hex. Unique; the tokens themselves are nowhere. */
  readonly tokenHashes: Readonly<Record<ApiName, string>>;
  /** Plain JSON. It never changes as long as the workspace exists. */
  readonly definition: ResolvedDefinition;
  /** Whether it initially has the leads of telecrm's documentation. */
  readonly withRecords: boolean;
  readonly clock: WorkspaceClock;
  readonly createdOn: number;
  readonly lastUsedOn: number;
  /** `null`: never. */
  readonly expiresOn: number | null;
  /**
   * Another one after each `update`, `claim`, `reset` and restored snapshot; not after `use`. An enterprise ID never has
   * the same revision twice, not even when it is deleted and inserted again, so that processes can cache what they derive
   * from a record.
   */
  readonly revision: number;
}

/** A workspace to insert. */
export type NewWorkspace = Omit<WorkspaceRecord, 'revision'>;

/** What can change about a workspace. */
export type WorkspaceChange = Partial<Pick<WorkspaceRecord, 'tokenHashes' | 'clock' | 'expiresOn'>>;

/** The workspace and the API that a token gives access to. */
export interface TokenGrant {
  readonly workspace: WorkspaceRecord;
  /** The API of the token. */
  readonly api: ApiName;
  /** Whether something is queued, so that others need not ask. */
  readonly hasQueued: boolean;
  /** Whether there are faults. */
  readonly hasFaults: boolean;
}

/** Counts of a workspace. */
export interface WorkspaceUsage {
  readonly leads: number;
  readonly actions: number;
  /** Of the bodies that `use` was told of since the last reset. */
  readonly bytes: number;
  /** Queued and processed ones. */
  readonly ingestions: number;
  readonly queued: number;
  readonly requests: number;
  readonly faults: number;
}

/** Writes the first content of a workspace through a store whose writes belong to the caller's transaction. */
export type Fill = (store: WorkspaceStore) => Promise<void>;

/** How to insert a workspace. */
export interface InsertOptions {
  readonly fill: Fill;
  /**
   * How many workspaces there may be then with the same `partnerId` and the same `state`. Counted atomically: of inserts at
   * once, no more succeed.
   *
   * @default any number
   */
  readonly limit?: number;
}

/** `id-taken` and `token-taken`: another workspace has it. `limit`: there are too many already. */
export type InsertResult = 'inserted' | 'id-taken' | 'token-taken' | 'limit';

/** The workspaces of a sandbox. Every method takes effect in one transaction, and what it resolved is durable. */
export interface WorkspaceStorage {
  /** Inserts a workspace with its first content: both or neither. */
  insert(workspace: NewWorkspace, options: InsertOptions): Promise<InsertResult>;
  /**
   * Inserts a workspace with a copy of the leads, timelines, team and options of another one. 100,000 leads take less than
   * two seconds.
   */
  clone(
    source: string,
    workspace: NewWorkspace,
    options: Pick<InsertOptions, 'limit'>,
  ): Promise<InsertResult | 'no-source'>;
  get(enterpriseId: string): Promise<WorkspaceRecord | undefined>;
  /**
   * What a token opens; nothing if the workspace has expired. Called for every request, so it is one indexed read at most; an
   * implementation caches definitions by revision. It sees what any process has resolved before: once a workspace is
   * deleted or its tokens are replaced, no process accepts the old ones.
   */
  findByToken(hash: string): Promise<TokenGrant | undefined>;
  /** Oldest first. Those of one partner, or of none with `null`; all unless `partnerId` is given. */
  list(
    filter: { readonly partnerId?: string | null },
    page: PageRequest,
  ): Promise<PageResult<WorkspaceRecord>>;
  /**
   * In the order of the IDs; zeros for an unknown one. `leads`, `actions` and `bytes` may lag by some seconds in a storage of
   * several processes.
   */
  usage(enterpriseIds: readonly string[]): Promise<readonly WorkspaceUsage[]>;
  /** The record as it is then; `undefined` if it does not exist. */
  update(enterpriseId: string, change: WorkspaceChange): Promise<WorkspaceRecord | undefined>;
  /**
   * Gives an unclaimed workspace to a partner and makes it live. Of several partners at once, one succeeds.
   *
   * @param claim `limit`: how many live workspaces the partner may have then.
   */
  claim(
    enterpriseId: string,
    claim: { partnerId: string; expiresOn: number | null; limit?: number },
  ): Promise<'claimed' | 'not-unclaimed' | 'limit'>;
  /**
   * Takes note of a use, once for each request. It is buffered for a second or so, never rejects, and may be lost with the
   * process.
   *
   * @param use `bytes`: of the request's body if it may have written. `expiresOn` replaces that of the record.
   */
  use(enterpriseId: string, use: { at: number; bytes: number; expiresOn?: number | null }): void;
  /**
   * Removes the content, ingestions, faults, requests and used-up rate limits, and fills it again. Snapshots stay. Waits for
   * an ingestion that is being processed. `false` if the workspace does not exist.
   */
  reset(enterpriseId: string, fill: Fill): Promise<boolean>;
  /** Deletes a workspace with everything in it; `false` if it does not exist. */
  delete(enterpriseId: string): Promise<boolean>;
  /**
   * Lets all workspaces expire whose time has come, with what they hold but the record and its definition, and deletes
   * those that expired before `deleteBefore`.
   *
   * @returns The IDs of those that have expired by this call.
   */
  expire(times: { now: number; deleteBefore: number }): Promise<readonly string[]>;
}
