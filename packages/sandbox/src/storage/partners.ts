import type { PageRequest, PageResult } from '@telecrm/workspace/store';

/** A user of a shared sandbox who manages workspaces with a key. */
export interface PartnerRecord {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the key in lower-case hex. Unique. */
  readonly keyHash: string;
  /** Unix time in milliseconds. */
  readonly createdOn: number;
}

/** The partners of a sandbox. Every method is durable once it resolves. */
export interface PartnerStorage {
  insert(partner: PartnerRecord): Promise<void>;
  findByKey(hash: string): Promise<PartnerRecord | undefined>;
  get(id: string): Promise<PartnerRecord | undefined>;
  /** Oldest first. */
  list(page: PageRequest): Promise<PageResult<PartnerRecord>>;
  /** Replaces the hash of the key; `false` if the partner does not exist. */
  replaceKey(id: string, keyHash: string): Promise<boolean>;
  /** Deletes a partner and all its workspaces in one transaction; `false` if it does not exist. */
  delete(id: string): Promise<boolean>;
}
