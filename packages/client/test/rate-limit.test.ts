import { expect, it } from 'vitest';
import { type AsyncClientOptions, createAsyncClient } from '../src/index.ts';

const body = { fields: { phone: '919999999999' } };

it('all Async clients of a token share the documented limit, but for those that want none', async () => {
  const [one, other] = [clientOf(), clientOf()];
  // Four fifths of 18,000 go at once.
  for (let n = 0; n < 7200; n++) {
    await Promise.all([one.createOrUpdateLead({ body }), other.createOrUpdateLead({ body })]);
  }
  expect(await eventsOf({})).toEqual(['RATE_LIMIT', 'RESPONSE']);
  expect(await eventsOf({ rateLimit: false })).toEqual(['RESPONSE']);
}, 60_000);

/** What happens on the way of a call by one more client of the token. */
async function eventsOf(options: AsyncClientOptions): Promise<string[]> {
  const types: string[] = [];
  const client = clientOf({ ...options, logger: ({ type }) => types.push(type) });
  await client.createOrUpdateLead({ body });
  return types;
}

function clientOf(options: AsyncClientOptions = {}) {
  return createAsyncClient({
    enterpriseId: 'ent_shared',
    token: 'shared-token',
    baseUrl: 'http://127.0.0.1:80',
    fetch: async () => Response.json({ status: 'QUEUED' }),
    ...options,
  });
}
