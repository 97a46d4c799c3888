import type { SnapshotStorage } from '../snapshots.ts';
import { findWritable, type MemoryWorkspaces } from './memory-workspace.ts';

/**
 * The snapshots of all workspaces, in memory. Records are never changed in place, so a snapshot shares them with the
 * workspace.
 */
export function createMemorySnapshots(
  workspaces: MemoryWorkspaces,
  /** Replaces the content of a workspace; `false` if it does not exist. */
  replaceContent: (enterpriseId: string, content: unknown) => Promise<boolean>,
): SnapshotStorage {
  return {
    async save(enterpriseId, { name, savedOn, limit = Number.POSITIVE_INFINITY }) {
      const workspace = findWritable(workspaces, enterpriseId);
      if (workspace === undefined) return 'gone';
      const content = await workspace.store.snapshot();
      const { leads } = await workspace.store.count();
      if (findWritable(workspaces, enterpriseId) !== workspace) return 'gone';
      const { snapshots } = workspace;
      if (!snapshots.has(name) && snapshots.size >= limit) return 'limit';
      // A replaced snapshot becomes the newest.
      snapshots.delete(name);
      snapshots.set(name, { name, savedOn, leads, content });
      return 'saved';
    },
    async restore(enterpriseId, name) {
      const snapshot = workspaces.get(enterpriseId)?.snapshots.get(name);
      return snapshot !== undefined && replaceContent(enterpriseId, snapshot.content);
    },
    async list(enterpriseId) {
      const snapshots = workspaces.get(enterpriseId)?.snapshots.values() ?? [];
      return [...snapshots].map(({ name, savedOn, leads }) => ({ name, savedOn, leads }));
    },
    delete: async (enterpriseId, name) =>
      workspaces.get(enterpriseId)?.snapshots.delete(name) ?? false,
  };
}
