import { expect, test } from 'vitest';
import { bundles, sizeLimits, sizeOf } from './size.ts';

test.each(['sync', 'async'] as const)('the %s client stays within its size', async (api) => {
  expect(await sizeOf(bundles[api])).toBeLessThanOrEqual(sizeLimits[api]);
});

test.each(['amount', 'customAction', 'dateRange', 'redact', 'ignored', 'rateLimiter'])(
  '%s costs nobody who does not import it, and drags no client along',
  async (name) => {
    expect(await sizeOf([name])).toBeLessThan(1500);
  },
);

test('helpers are paid for only when they are imported', async () => {
  const client = await sizeOf(['createAsyncClient']);
  const more = await sizeOf(['createAsyncClient', 'ingestMany']);
  expect(more - client).toBeGreaterThan(200);
  expect(client).toBeLessThan(await sizeOf(['createAsyncClient', 'ingestAndVerify', 'upsertLead']));
});
