import { describe, expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf, send } from '../testing/caller.ts';

const sandbox = createSandbox({ strict: true });

describe('isolation of workspaces', () => {
  it('requests without a token cannot displace those with one in the log', async () => {
    const workspace = await sandbox.workspaces.create();
    const { sync } = callerOf(sandbox, workspace);
    await sync('GET', '/metadata');
    const url = `${sandbox.baseUrls.sync}/enterprise/${workspace.enterpriseId}/metadata`;
    const other = await sandbox.workspaces.create();
    for (let count = 0; count < 300; count++) {
      await send(sandbox, url);
      await send(sandbox, url, 'GET', undefined, { authorization: `Bearer ${other.syncToken}` });
    }
    const { data, total_count: total } = await workspace.requests({ limit: 1000 });
    expect(data.at(-1)).toMatchObject({ operation: 'getEnterpriseMetadata', status: 200 });
    expect(total).toBeLessThanOrEqual(60);
    // A request with a token of another workspace is logged in that workspace.
    expect((await other.requests()).total_count).toBe(300);
    expect(data.every(({ status }) => status !== 404)).toBe(true);
  });

  it('each workspace has a unique enterprise ID, even if several are created concurrently', async () => {
    const enterpriseId = 'ent_at_once';
    const made = await Promise.allSettled(
      Array.from({ length: 5 }, () => sandbox.workspaces.create({ enterpriseId })),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of made) {
      if (one.status === 'rejected') expect(String(one.reason)).toContain('enterpriseId is in use');
    }
  });

  it('a deleted workspace no longer accepts its tokens, even if a new one has the same ID', async () => {
    const enterpriseId = 'ent_again';
    const first = await sandbox.workspaces.create({ enterpriseId });
    await first.delete();
    const second = await sandbox.workspaces.create({ enterpriseId });
    expect((await callerOf(sandbox, first).sync('GET', '/metadata')).status).toBe(401);
    expect((await callerOf(sandbox, second).sync('GET', '/metadata')).status).toBe(200);
    await second.delete();
    await expect(second.drain()).rejects.toThrow('was deleted');
  });

  it.each([
    ['begins like the right one', (token: string) => token.slice(0, -1)],
    ['is longer than the right one', (token: string) => `${token}0`],
    ['differs at its end', (token: string) => `${token.slice(0, -1)}_`],
  ])('a token that %s is rejected', async (_, change) => {
    const workspace = await sandbox.workspaces.create();
    const almost = { ...workspace, syncToken: change(workspace.syncToken) };
    expect((await callerOf(sandbox, almost).sync('GET', '/metadata')).status).toBe(401);
  });
});

it('hundreds of workspaces are isolated from each other', async () => {
  const phones = await Promise.all(
    Array.from({ length: 200 }, async (_, number) => {
      await using own = createSandbox({ workspace: {} });
      const { sync } = callerOf(own);
      const phone = String(919000000000 + number);
      await sync('POST', '/lead', { fields: { phone } });
      const { body } = await sync('POST', '/lead/search', {});
      return [body.total_count, body.data[0].fields.phone === phone];
    }),
  );
  expect(new Set(phones.map(String))).toEqual(new Set(['1,true']));
});
