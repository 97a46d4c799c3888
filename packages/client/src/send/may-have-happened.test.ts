/** `mayHaveHappened` is true only if the call may have been carried out. */
import { describe, expect, it } from 'vitest';
import { broken, type Step, startNetwork, useJumpingClock } from '../../test/support/network.ts';
import { type ClientOptions, createRateLimiter, type SyncClient } from '../index.ts';

useJumpingClock();

const body = { fields: { name: 'Jane' } };
const create = (sync: SyncClient) =>
  sync.try.createLead({ body: { fields: { phone: '919999999999' } } });
const update = (sync: SyncClient) => sync.try.updateLead({ leadId: '603d', body });
const read = (sync: SyncClient) => sync.try.getLead({ leadId: '603d' });
const search = (sync: SyncClient) => sync.try.searchLeads({ body: {} });

async function outcome(
  call: (sync: SyncClient) => Promise<unknown>,
  steps: readonly Step[],
  options?: ClientOptions,
) {
  return call(startNetwork(steps, options).sync);
}

const failures: [string, Step][] = [
  ['a broken connection', broken('ECONNRESET')],
  ['a time-out', 'silence'],
  ['a 500', 500],
  ['a 408', 408],
  ['a page', () => new Response('<html>')],
  ['a redirect', () => new Response(null, { status: 302 })],
];

describe.each(failures)('after %s', (_, step) => {
  it.each([
    ['a write', create, true],
    ['an idempotent write', update, true],
    ['a read', read, false],
    ['a search', search, false],
  ])('of %s', async (_name, call, mayHaveHappened) => {
    expect(await outcome(call, [step])).toMatchObject({ ok: false, error: { mayHaveHappened } });
  });
});

it.each([
  ['rejected by the API', 400],
  ['rejected because of the token', 401],
  ['rejected by the rate limit', 429],
  ['not sent', broken('ECONNREFUSED')],
] as [string, Step][])('a write that was %s has not happened', async (_, step) => {
  expect(await outcome(create, [step])).toMatchObject({ error: { mayHaveHappened: false } });
  expect(await outcome(update, [step])).toMatchObject({ error: { mayHaveHappened: false } });
});

it.each([
  ['rejected', 400],
  ['not sent', broken('ECONNREFUSED')],
  ['rejected by the rate limit', 429],
] as [string, Step][])(
  'an idempotent write that lost its connection and was then %s may have happened',
  async (_, step) => {
    const steps: Step[] = [broken('ECONNRESET'), step];
    expect(await outcome(update, steps)).toMatchObject({ error: { mayHaveHappened: true } });
  },
);

describe('an abort', () => {
  const reason = new Error('the visitor left');
  const abortAfter = (ms: number) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), ms);
    return controller.signal;
  };
  const createUntil = (signal: AbortSignal) => (sync: SyncClient) =>
    sync.try.createLead({ body: { fields: { phone: '9' } } }, { signal });

  it('before anything was sent has not happened', async () => {
    const signal = AbortSignal.abort(reason);
    expect(await outcome(createUntil(signal), [200])).toMatchObject({
      error: { code: 'ABORTED', mayHaveHappened: false, cause: reason },
    });
  });

  it('during a wait for the rate limiter has not happened', async () => {
    const rateLimit = createRateLimiter({ requests: 1 });
    const { sync, sent } = startNetwork([200], { rateLimit, retry: { maxWaitMs: 1e9 } });
    await create(sync);
    const result = await createUntil(abortAfter(1000))(sync);
    expect(result).toMatchObject({ error: { code: 'ABORTED', mayHaveHappened: false } });
    expect(sent).toHaveLength(1);
  });

  it('during the wait after a 429 has not happened', async () => {
    const busy = () => new Response('', { status: 429, headers: { 'Retry-After': '30' } });
    expect(await outcome(createUntil(abortAfter(50)), [busy])).toMatchObject({
      error: { code: 'ABORTED', mayHaveHappened: false },
    });
  });

  it('while the request was in flight may have happened', async () => {
    expect(await outcome(createUntil(abortAfter(50)), ['silence'])).toMatchObject({
      error: { code: 'ABORTED', mayHaveHappened: true },
    });
  });

  it('of a read never has happened', async () => {
    const call = (sync: SyncClient) =>
      sync.try.getLead({ leadId: '603d' }, { signal: abortAfter(50) });
    expect(await outcome(call, ['silence'])).toMatchObject({ error: { mayHaveHappened: false } });
  });
});

it('a call that could not be created has not happened', async () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const { sync } = startNetwork([200]);
  // @ts-expect-error unknown values are not valid field values
  expect(await sync.try.createLead({ body: { fields: circular } })).toMatchObject({
    error: { code: 'NOT_SENT', mayHaveHappened: false },
  });
});
