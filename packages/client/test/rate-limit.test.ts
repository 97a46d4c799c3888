import { expect, it } from 'vitest';
import { asyncApi } from '../src/clients/async-api.ts';
import { type AsyncClientOptions, createAsyncClient } from '../src/index.ts';
import { useJumpingClock } from './support/network.ts';

useJumpingClock();

const body = { fields: { phone: '919999999999' } };
const token = 'shared-token';

it('all Async clients with the same token share the documented limit, unless it is turned off', async () => {
  expect(await eventsOf({})).toEqual(['RESPONSE']);
  // Four fifths of 18,000 start without delay. These are all of them except two.
  const request = { token, maxWaitMs: 0, leaseMs: 1000, onWait: () => {} };
  for (let n = 0; n < 14_398; n++) (await asyncApi.limiter?.acquire(request))?.();
  expect(await eventsOf({})).toEqual(['RESPONSE']);
  expect(await eventsOf({})).toEqual(['RATE_LIMIT', 'RESPONSE']);
  expect(await eventsOf({ rateLimit: false })).toEqual(['RESPONSE']);
  expect(await eventsOf({ token: 'another-token' })).toEqual(['RESPONSE']);
});

/** The events of a call from another client. */
async function eventsOf(options: AsyncClientOptions): Promise<string[]> {
  const types: string[] = [];
  const client = createAsyncClient({
    enterpriseId: 'ent_shared',
    token,
    baseUrl: 'http://127.0.0.1:80',
    fetch: async () => Response.json({ status: 'QUEUED' }),
    logger: ({ type }) => types.push(type),
    ...options,
  });
  await client.createOrUpdateLead({ body });
  return types;
}
