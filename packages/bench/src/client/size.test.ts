import { expect, it } from 'vitest';
import { bundles, sizeLimit, sizeOf } from './size.ts';

it.each(['sync', 'async'] as const)('limits the size of the %s client', async (api) => {
  expect(sizeLimit).toBe(8000);
  expect(await sizeOf(bundles[api])).toBeLessThanOrEqual(sizeLimit);
});

it.each([
  'formatAmount',
  'customAction',
  'dateRange',
  'redact',
  'ignoredValues',
  'createRateLimiter',
])('bundles %s without a client', async (name) => {
  expect(await sizeOf([name])).toBeLessThan(1500);
});

it('adds a helper only if it is imported', async () => {
  const client = await sizeOf(['createAsyncClient']);
  const more = await sizeOf(['createAsyncClient', 'ingestMany']);
  expect(more - client).toBeGreaterThan(200);
  expect(client).toBeLessThan(await sizeOf(['createAsyncClient', 'ingestAndVerify', 'upsertLead']));
});
