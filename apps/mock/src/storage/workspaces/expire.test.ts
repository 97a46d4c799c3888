import { describe, expect, it } from 'vitest';
import { createSqlStorage } from '../sandbox/create-sql-storage.ts';
import { openTestDatabases } from '../testing/databases.ts';
import { newWorkspace } from '../testing/workspaces.ts';

const databases = openTestDatabases();
const year = 365 * 24 * 3600 * 1000;

describe('a process whose clock is ahead of a shared database', () => {
  it('expires and deletes nothing too early', async () => {
    const { workspaces } = createSqlStorage(await databases.postgres());
    const fill = async () => {};
    const soon = { ...newWorkspace('ent_soon'), expiresOn: Date.now() + 60_000 };
    const past = { ...newWorkspace('ent_past'), expiresOn: Date.now() - 60_000 };
    await workspaces.insert(soon, { fill });
    await workspaces.insert(past, { fill });
    const now = Date.now() + 70 * year;
    expect(await workspaces.expire({ now, deleteBefore: now - year / 12 })).toEqual(['ent_past']);
    expect((await workspaces.get('ent_soon'))?.state).toBe('live');
    expect((await workspaces.get('ent_past'))?.state).toBe('expired');
  });
});
