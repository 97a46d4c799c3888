import { expect, it } from 'vitest';
import { hosted } from '../testing/hosted.ts';
import type { WorkspaceCredentials } from '../workspaces/credentials.ts';

const workspaces = 1000;
const callers = 32;
const callsEach = 60;

/** A seeded generator of pseudo-random numbers below a bound. */
function random(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

it(`${callers} random callers never see the data of another of ${workspaces} workspaces`, {
  timeout: 60_000,
}, async () => {
  const { as, workspace, partner, caller } = hosted({ open: true, openQuotas: { workspaces } });
  const { key } = await partner();
  const all: WorkspaceCredentials[] = [];
  for (let index = 0; index < workspaces; index++) {
    const own = await workspace();
    const fields = { phone: String(919000000000 + index), name: `Owner ${own.enterpriseId}.` };
    await caller(own).sync('POST', '/lead', { fields });
    all.push(own);
  }
  const seen = { own: 0, rejected: 0 };
  /** Asserts that a response names no workspace except the one whose token was sent. */
  const check = (text: string, enterpriseId: string | undefined) => {
    const owners = [...text.matchAll(/Owner (\w+)\./g)].map(([, owner]) => owner);
    for (const owner of owners) expect(owner).toBe(enterpriseId);
    if (owners.length > 0) seen.own++;
  };
  const call = async (pick: (bound: number) => number) => {
    const [a, b] = [all[pick(workspaces)], all[pick(workspaces)]];
    if (a === undefined || b === undefined) throw new Error('There is no workspace');
    const token = [a.syncToken, a.asyncToken, `${a.syncToken.slice(0, -1)}0`, key][pick(4)] ?? '';
    const isOwner = token === a.syncToken;
    const target = pick(3) === 0 ? a : b;
    const mixed = { ...target, syncToken: token, asyncToken: token };
    const { sync, queue } = caller(mixed);
    const manage = as(token);
    const path = `/workspaces/${target.enterpriseId}`;
    const requests = [
      () => sync('POST', '/lead/search', {}),
      () => sync('GET', '/metadata'),
      () => queue({ fields: { phone: '919876543210', name: 'Nobody' } }),
      () => manage('GET', `${path}/leads`),
      () => manage('GET', `${path}/requests`),
      () => manage('GET', '/workspaces'),
      () => manage('GET', `${path}/snapshots`),
    ];
    const { status, body } = (await requests[pick(requests.length)]?.()) ?? { status: 0, body: '' };
    if (status >= 400) seen.rejected++;
    check(JSON.stringify(body), isOwner ? a.enterpriseId : undefined);
    if (target !== a && status < 300) {
      expect(JSON.stringify(body)).not.toContain(target.enterpriseId);
    }
  };
  await Promise.all(
    Array.from({ length: callers }, async (_, index) => {
      const pick = random(index + 1);
      for (let count = 0; count < callsEach; count++) await call(pick);
    }),
  );
  expect(seen.own).toBeGreaterThan(50);
  expect(seen.rejected).toBeGreaterThan(500);
});
