/** The events that a logger receives, in order. */
import { beforeEach, expect, it, vi } from 'vitest';
import { broken, startNetwork, useJumpingClock } from '../../test/support/network.ts';

useJumpingClock();
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});

const operationId = 'getEnterpriseMetadata';

it('a response, with its status and duration', async () => {
  const { sync, events } = startNetwork([200], {
    fetch: () => new Promise((done) => setTimeout(done, 30, Response.json({ name: 'x' }))),
  });
  await sync.getEnterpriseMetadata();
  expect(events).toEqual([
    { type: 'RESPONSE', operationId, attempt: 1, status: 200, durationMs: 30 },
  ]);
});

it('every failure, and every wait with its duration', async () => {
  const { sync, events } = startNetwork([503, 'silence', broken('ECONNRESET'), 200]);
  await sync.getEnterpriseMetadata({}, { attemptTimeoutMs: 100, retry: { maxAttempts: 4 } });
  expect(events).toEqual([
    { type: 'RESPONSE', operationId, attempt: 1, status: 503, durationMs: 0 },
    { type: 'RETRY', operationId, attempt: 1, durationMs: 250 },
    { type: 'TIMEOUT', operationId, attempt: 2, durationMs: 100 },
    { type: 'RETRY', operationId, attempt: 2, durationMs: 500 },
    { type: 'NETWORK', operationId, attempt: 3, durationMs: 0 },
    { type: 'RETRY', operationId, attempt: 3, durationMs: 1000 },
    { type: 'RESPONSE', operationId, attempt: 4, status: 200, durationMs: 0 },
  ]);
});

it('a response that is too large', async () => {
  const step = () => new Response('x'.repeat(11));
  const { sync, events } = startNetwork([step], { maxResponseBytes: 10 });
  await sync.try.getEnterpriseMetadata();
  expect(events).toEqual([{ type: 'RESPONSE', operationId, attempt: 1, durationMs: 0 }]);
});

it('a final response, without a wait after it', async () => {
  const { sync, events } = startNetwork([404]);
  await sync.try.getEnterpriseMetadata();
  expect(events).toEqual([
    { type: 'RESPONSE', operationId, attempt: 1, status: 404, durationMs: 0 },
  ]);
});

it.each([
  ['no logger at all', undefined],
  [
    'a logger that throws',
    () => {
      throw new Error('disk full');
    },
  ],
])('%s does not fail a call', async (_, logger) => {
  const { sync } = startNetwork([503, 200], { logger });
  expect(await sync.getEnterpriseMetadata()).toHaveProperty('name');
});
