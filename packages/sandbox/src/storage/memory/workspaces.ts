import type { MemoryStore } from '@telecrm/workspace/store';
import { apiNames } from '../../operations/operation.ts';
import type {
  InsertResult,
  NewWorkspace,
  WorkspaceRecord,
  WorkspaceStorage,
} from '../workspaces.ts';
import { emptyContent, findWritable, type MemoryWorkspace } from './memory-workspace.ts';
import { inOrder } from './page.ts';
import { usageOf } from './usage.ts';

/** The workspaces, in memory. */
export interface MemoryWorkspaceStorage extends WorkspaceStorage {
  /** Replaces the content of a workspace and removes queued ingestions; `false` if it does not exist. */
  replaceContent(enterpriseId: string, content: unknown): Promise<boolean>;
}

export function createMemoryWorkspaces(
  workspaces: Map<string, MemoryWorkspace>,
  createStore: (enterpriseId: string) => MemoryStore,
): MemoryWorkspaceStorage {
  const byToken = new Map<string, MemoryWorkspace>();
  // Pending inserts also count: of two concurrent inserts, only one can have an ID or a token.
  const inserting = new Map<string, NewWorkspace>();
  let revision = 0;

  const count = ({ partnerId, state }: Pick<WorkspaceRecord, 'partnerId' | 'state'>) => {
    const all = [...workspaces.values()].map(({ record }) => record);
    return [...all, ...inserting.values()].filter(
      (one) => one.partnerId === partnerId && one.state === state,
    ).length;
  };

  const addTokens = (workspace: MemoryWorkspace) => {
    for (const api of apiNames) byToken.set(workspace.record.tokenHashes[api], workspace);
  };
  const removeTokens = ({ record }: MemoryWorkspace) => {
    for (const api of apiNames) byToken.delete(record.tokenHashes[api]);
  };
  const change = (workspace: MemoryWorkspace, changed: Partial<WorkspaceRecord>) => {
    removeTokens(workspace);
    workspace.record = { ...workspace.record, ...changed, revision: ++revision };
    if (workspace.record.state !== 'expired') addTokens(workspace);
  };

  const remove = (enterpriseId: string): boolean => {
    const workspace = workspaces.get(enterpriseId);
    if (workspace) removeTokens(workspace);
    return workspaces.delete(enterpriseId);
  };

  const insert = async (
    workspace: NewWorkspace,
    limit: number | undefined,
    fill: (store: MemoryStore) => Promise<void>,
  ): Promise<InsertResult> => {
    const { enterpriseId, tokenHashes } = workspace;
    if (workspaces.has(enterpriseId) || inserting.has(enterpriseId)) return 'id-taken';
    const isTaken = (hash: string) =>
      byToken.has(hash) ||
      [...inserting.values()].some((one) => Object.values(one.tokenHashes).includes(hash));
    if (apiNames.some((api) => isTaken(tokenHashes[api]))) return 'token-taken';
    if (limit !== undefined && count(workspace) >= limit) return 'limit';
    inserting.set(enterpriseId, workspace);
    try {
      const store = createStore(enterpriseId);
      await fill(store);
      const record = { ...workspace, revision: ++revision };
      const added = { record, ...emptyContent(store), snapshots: new Map() };
      workspaces.set(enterpriseId, added);
      addTokens(added);
      return 'inserted';
    } finally {
      inserting.delete(enterpriseId);
    }
  };

  return {
    insert: (workspace, { fill, limit }) => insert(workspace, limit, fill),
    async clone(source, workspace, { limit }) {
      const original = findWritable(workspaces, source);
      if (original === undefined) return 'no-source';
      return insert(workspace, limit, async (store) => {
        await store.restore(await original.store.snapshot());
      });
    },
    get: async (enterpriseId) => workspaces.get(enterpriseId)?.record,
    async findByToken(hash) {
      const found = byToken.get(hash);
      if (found === undefined) return undefined;
      const { record, ingestions, faults } = found;
      const api = record.tokenHashes.sync === hash ? 'sync' : 'async';
      const has = { hasQueued: ingestions.queued > 0, hasFaults: faults.length > 0 };
      return { workspace: record, api, ...has };
    },
    async list({ partnerId }, page) {
      const all = [...workspaces.values()].map(({ record }) => record);
      const matches = (one: WorkspaceRecord) =>
        partnerId === undefined || one.partnerId === partnerId;
      return inOrder(all.filter(matches), page);
    },
    usage: (enterpriseIds) =>
      Promise.all(enterpriseIds.map((enterpriseId) => usageOf(workspaces.get(enterpriseId)))),
    async update(enterpriseId, changed) {
      const workspace = workspaces.get(enterpriseId);
      if (workspace) change(workspace, changed(workspace.record));
      return workspace?.record;
    },
    async claim(enterpriseId, { partnerId, expiresOn, limit = Number.POSITIVE_INFINITY }) {
      const workspace = workspaces.get(enterpriseId);
      if (workspace?.record.state !== 'unclaimed') return 'not-unclaimed';
      if (count({ partnerId, state: 'live' }) >= limit) return 'limit';
      change(workspace, { partnerId, state: 'live', expiresOn });
      return 'claimed';
    },
    async addBytes(enterpriseId, bytes, limit) {
      const workspace = workspaces.get(enterpriseId);
      if (workspace === undefined) return true;
      if (workspace.bytes + bytes > limit) return false;
      workspace.bytes += bytes;
      return true;
    },
    use(enterpriseId, { at, bytes, expiresOn }) {
      const workspace = findWritable(workspaces, enterpriseId);
      if (workspace === undefined || workspace.record.createdOn > at) return;
      workspace.bytes += bytes;
      const { record } = workspace;
      const until = expiresOn === undefined ? record.expiresOn : expiresOn;
      workspace.record = { ...record, lastUsedOn: at, expiresOn: until };
    },
    async reset(enterpriseId, fill) {
      const workspace = findWritable(workspaces, enterpriseId);
      if (workspace === undefined) return false;
      const store = createStore(enterpriseId);
      await fill(store);
      if (findWritable(workspaces, enterpriseId) !== workspace) return false;
      Object.assign(workspace, emptyContent(store));
      change(workspace, {});
      return true;
    },
    async replaceContent(enterpriseId, content) {
      const store = createStore(enterpriseId);
      await store.restore(content);
      const workspace = findWritable(workspaces, enterpriseId);
      if (workspace === undefined) return false;
      workspace.store = store;
      workspace.ingestions.removeQueued();
      change(workspace, {});
      return true;
    },
    delete: async (enterpriseId) => remove(enterpriseId),
    async expire({ now, deleteBefore }) {
      const expired: string[] = [];
      for (const [enterpriseId, workspace] of workspaces) {
        const { state, expiresOn } = workspace.record;
        if (expiresOn === null || expiresOn > now) continue;
        if (state !== 'expired') {
          Object.assign(workspace, emptyContent(createStore(enterpriseId)));
          workspace.snapshots.clear();
          change(workspace, { state: 'expired' });
          expired.push(enterpriseId);
        }
        if (expiresOn < deleteBefore) remove(enterpriseId);
      }
      return expired;
    },
  };
}
