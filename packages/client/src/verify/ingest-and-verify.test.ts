import { expect, it } from 'vitest';
import { startNetwork, useJumpingClock } from '../../test/support/network.ts';
import { ingestAndVerify } from '../index.ts';

useJumpingClock();

it('checks for half a minute by default', async () => {
  const { sync, async } = startNetwork([], {
    async fetch({ url }) {
      if (url.endsWith('/autoupdatelead')) return Response.json({ status: 'QUEUED' });
      if (url.endsWith('/custom-fields')) return Response.json({ customFields: [] });
      return Response.json({ data: [], total_count: 0, skip: 0, limit: 10 });
    },
  });
  const start = Date.now();
  const found = await ingestAndVerify(async, sync, { fields: { phone: '919999999999' } });
  expect(found.outcome).toBe('unverified');
  expect(Date.now() - start).toBe(30_000);
});
