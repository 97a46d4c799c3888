import type { SnapshotStorage } from '../snapshots.ts';
import type { MemoryWorkspaces } from './memory-workspace.ts';

/**
 * The snapshots of all workspaces, in memory. Records are never changed in place, so a snapshot shares them with the
 * workspace.
 */
export function createMemorySnapshots(
  workspaces: MemoryWorkspaces,
  /** Replaces the content of a workspace. */
  replaceContent: (enterpriseId: string, content: unknown) => Promise<void>,
): SnapshotStorage {
  return {
    async save(enterpriseId, { name, savedOn, limit = Number.POSITIVE_INFINITY }) {
      const workspace = workspaces.get(enterpriseId);
      if (workspace === undefined) return 'gone';
      const content = await workspace.store.snapshot();
      const { leads } = await workspace.store.count();
      const { snapshots } = workspace;
      if (!snapshots.has(name) && snapshots.size >= limit) return 'limit';
      // A replaced snapshot becomes the newest.
      snapshots.delete(name);
      snapshots.set(name, { name, savedOn, leads, content });
      return 'saved';
    },
    async restore(enterpriseId, name) {
      const snapshot = workspaces.get(enterpriseId)?.snapshots.get(name);
      if (snapshot) await replaceContent(enterpriseId, snapshot.content);
      return snapshot !== undefined;
    },
    async list(enterpriseId) {
      const snapshots = workspaces.get(enterpriseId)?.snapshots.values() ?? [];
      return [...snapshots].map(({ name, savedOn, leads }) => ({ name, savedOn, leads }));
    },
    delete: async (enterpriseId, name) =>
      workspaces.get(enterpriseId)?.snapshots.delete(name) ?? false,
  };
}
