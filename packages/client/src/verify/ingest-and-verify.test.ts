import { expect, it, vi } from 'vitest';
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

it('waits for the rest of a lead although the clock of the computer was set forward', async () => {
  const phone = '919999999999';
  const [part, all] = [{ phone }, { phone, name: 'Jane' }];
  const reads = [undefined, part, part, all];
  const { sync, async } = startNetwork([], {
    async fetch({ url }) {
      if (url.endsWith('/autoupdatelead')) return Response.json({ status: 'QUEUED' });
      if (url.endsWith('/custom-fields')) return Response.json({ customFields: [] });
      if (reads.length === 2) vi.setSystemTime(Date.now() + 3_600_000);
      const fields = reads.shift();
      const data = fields ? [{ id: 'lead_1', fields }] : [];
      return Response.json({ data, total_count: data.length, skip: 0, limit: 10 });
    },
  });
  const found = await ingestAndVerify(async, sync, { fields: all });
  expect(found).toMatchObject({ outcome: 'complete', missing: [] });
});
