/** What a logger is told, in the order in which it happens. */
import { beforeEach, expect, test, vi } from 'vitest';
import { broken, startNetwork, useJumpingClock } from '../test/network.ts';

useJumpingClock();
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});

const operationId = 'getEnterpriseMetadata';

test('an answer, with its status and the time it took', async () => {
  const { sync, events } = startNetwork([200], {
    fetch: () => new Promise((done) => setTimeout(done, 30, Response.json({ id: 'x' }))),
  });
  await sync.getEnterpriseMetadata();
  expect(events).toEqual([{ type: 'ANSWER', operationId, attempt: 1, status: 200, ms: 30 }]);
});

test('every failure, and every wait with its length', async () => {
  const { sync, events } = startNetwork([503, 'silence', broken('ECONNRESET'), 200]);
  await sync.getEnterpriseMetadata({}, { timeoutMs: 100, retry: { tries: 4 } });
  expect(events).toEqual([
    { type: 'ANSWER', operationId, attempt: 1, status: 503, ms: 0 },
    { type: 'RETRY', operationId, attempt: 1, ms: 250 },
    { type: 'TIMEOUT', operationId, attempt: 2, ms: 100 },
    { type: 'RETRY', operationId, attempt: 2, ms: 500 },
    { type: 'NETWORK', operationId, attempt: 3, ms: 0 },
    { type: 'RETRY', operationId, attempt: 3, ms: 1000 },
    { type: 'ANSWER', operationId, attempt: 4, status: 200, ms: 0 },
  ]);
});

test('an answer that is final, and no wait after it', async () => {
  const { sync, events } = startNetwork([404]);
  await sync.try.getEnterpriseMetadata();
  expect(events).toEqual([{ type: 'ANSWER', operationId, attempt: 1, status: 404, ms: 0 }]);
});

test.each([
  ['no logger at all', undefined],
  [
    'a logger that throws',
    () => {
      throw new Error('disk full');
    },
  ],
])('%s costs no call', async (_, logger) => {
  const { sync } = startNetwork([503, 200], { logger });
  expect(await sync.getEnterpriseMetadata()).toHaveProperty('id');
});
