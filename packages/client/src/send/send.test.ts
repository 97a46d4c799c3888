/** Which calls are retried, and the outcome of those that are not. */
import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { broken, type Network, startNetwork, useJumpingClock } from '../../test/support/network.ts';

useJumpingClock();

const lead = { fields: { phone: '919999999999' } };
const visit = { type: 'ACTION_1001', fields: { note: 'Visited' } } as const;

const read = ({ sync }: Network) => sync.try.getEnterpriseMetadata();
const append = ({ sync }: Network) => sync.try.createLead({ body: lead });

describe('a read is sent', () => {
  it.each([408, 429, 500, 503, 599])('three times if every response is %i', async (status) => {
    const network = startNetwork([status]);
    expect(await read(network)).toMatchObject({ ok: false, error: { status } });
    expect(network.sent).toHaveLength(3);
  });

  it.each([400, 401, 404, 407, 409, 428, 430, 499])(
    'once if the response is %i',
    async (status) => {
      const network = startNetwork([status]);
      expect(await read(network)).toMatchObject({ ok: false, error: { status } });
      expect(network.sent).toHaveLength(1);
    },
  );

  it('once if the response is too large', async () => {
    const network = startNetwork([() => new Response('x'.repeat(11))], { maxResponseBytes: 10 });
    const error = { code: 'UNEXPECTED_ANSWER', message: expect.stringContaining('10 bytes') };
    expect(await read(network)).toMatchObject({ ok: false, error });
    expect(network.sent).toHaveLength(1);
  });

  it('until it succeeds', async () => {
    const network = startNetwork([503, broken('ECONNRESET'), 200, 200]);
    expect(await read(network)).toMatchObject({ ok: true, data: { id: 'ent_sandbox' } });
    expect(network.sent).toHaveLength(3);
  });

  it('as often as the options of the call say, or else those of the client', async () => {
    const network = startNetwork([500], { retry: { maxAttempts: 2 } });
    await read(network);
    expect(network.sent).toHaveLength(2);
    await network.sync.try.getEnterpriseMetadata({}, { retry: { maxAttempts: 5 } });
    expect(network.sent).toHaveLength(7);
  });
});

describe('a call that appends is sent', () => {
  it.each([408, 499, 500, 503])('once if the response is %i', async (status) => {
    const network = startNetwork([status, 200]);
    expect(await append(network)).toMatchObject({ ok: false, error: { status } });
    expect(network.sent).toHaveLength(1);
  });

  it('again after a 429, with the same body', async () => {
    const network = startNetwork([429, 429, 200]);
    expect(await append(network)).toMatchObject({ ok: true });
    expect(network.bodies).toEqual(Array(3).fill(JSON.stringify(lead)));
  });

  it('again after a 429 without a body', async () => {
    const network = startNetwork([() => new Response(null, { status: 429 }), 200]);
    expect(await append(network)).toMatchObject({ ok: true });
  });

  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'ConnectionRefused',
  ])('again if it was not sent: %s', async (code) => {
    const network = startNetwork([broken(code)]);
    const failure = { code: 'NETWORK', operationId: 'createLead', mayHaveHappened: false };
    expect(await append(network)).toMatchObject({ ok: false, error: failure });
    expect(network.sent).toHaveLength(3);
  });

  it('again if only the message of the error says that the host does not exist', async () => {
    const network = startNetwork([new TypeError('dns error: failed to lookup address'), 200]);
    expect(await append(network)).toMatchObject({ ok: true });
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'])(
    'once if the connection broke: %s',
    async (code) => {
      const network = startNetwork([broken(code), 200]);
      const failure = { code: 'NETWORK', operationId: 'createLead', mayHaveHappened: true };
      expect(await append(network)).toMatchObject({ ok: false, error: failure });
      expect(network.sent).toHaveLength(1);
    },
  );
});

describe('a lead on the Async API', () => {
  const tags = { ...lead.fields, tags: [] };
  const text = 'he said "actions": [{}] twice';

  it.each([
    ['has no actions', lead],
    ['has an empty list of actions', { ...lead, actions: [] }],
    ['only speaks of actions in a text', { fields: { ...lead.fields, name: text } }],
  ])('is sent again when it %s', async (_, body) => {
    const network = startNetwork([500, 200]);
    expect(await network.async.try.createOrUpdateLead({ body })).toMatchObject({ ok: true });
    expect(network.sent).toHaveLength(2);
  });

  it.each([
    ['an action', { ...lead, actions: [visit] }],
    ['an action, and another list that is empty', { actions: [visit], fields: tags }],
  ])('is sent once when it has %s', async (_, body) => {
    const network = startNetwork([500, 200]);
    expect(await network.async.try.createOrUpdateLead({ body })).toMatchObject({ ok: false });
    expect(network.sent).toHaveLength(1);
  });

  it.each([
    [1, '{ "actions" : [ { "type": "ACTION_1001" } ] }'],
    [2, '{ "actions" : [ ] }'],
  ])('is sent %i times when its body is written %j', async (times, text) => {
    const network = startNetwork([500, 200]);
    await network.asyncHttp.POST('/enterprise/{enterpriseId}/autoupdatelead', {
      body: lead,
      bodySerializer: () => text,
    });
    expect(network.bodies).toEqual(Array(times).fill(text));
  });
});

describe('a call of a path that is not in the spec', () => {
  it.each([
    ['GET', 2],
    ['POST', 1],
  ] as const)('by %s is sent %i times when the first response is 500', async (method, times) => {
    const network = startNetwork([500, 200]);
    // @ts-expect-error not a path of the API
    await network.syncHttp.request(method, '/enterprise/{enterpriseId}/reports');
    expect(network.sent).toHaveLength(times);
    expect(network.events[0]).toMatchObject({ type: 'RESPONSE', operationId: undefined });
  });
});

describe('a call of a path that is not in the spec, whose connection broke,', () => {
  it.each([
    ['GET', false],
    ['POST', true],
  ] as const)('by %s: mayHaveHappened is %s', async (method, mayHaveHappened) => {
    const { syncHttp } = startNetwork([broken('ECONNRESET')]);
    // @ts-expect-error not a path of the API
    const call = syncHttp.request(method, '/enterprise/{enterpriseId}/reports');
    await expect(call).rejects.toMatchObject({ code: 'NETWORK', mayHaveHappened });
  });
});

describe('a response to a call by path', () => {
  it('may have no body', async () => {
    const { syncHttp } = startNetwork([() => new Response(null, { status: 204 })]);
    const { response } = await syncHttp.GET('/enterprise/{enterpriseId}/metadata');
    expect(response.status).toBe(204);
  });

  it('contains a placeholder instead of the token', async () => {
    const body = { error: { code: 'X', message: 'sandbox-token or sandbox-token' } };
    const network = startNetwork([() => Response.json(body, { status: 400 })]);
    const { error } = await network.syncHttp.GET('/enterprise/{enterpriseId}/metadata');
    expect(error?.error.message).toBe('[token] or [token]');
    expect(await read(network)).toMatchObject({ error: { message: '[token] or [token]' } });
  });
});

describe('after a call', () => {
  it.each([
    ['with a response', [503, 200]],
    ['with an error', [broken('ECONNRESET')]],
    ['with a time-out', ['silence' as const]],
  ])('%s, no timer and no listener remains', async (_, steps) => {
    const { signal } = new AbortController();
    const { sync } = startNetwork(steps);
    await sync.try.getEnterpriseMetadata({}, { signal });
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('the connection of a response that is too large is released', async () => {
    const cancel = vi.fn();
    const start = (controller: ReadableStreamDefaultController) =>
      controller.enqueue(new Uint8Array(11));
    const body = new ReadableStream({ start, cancel });
    const network = startNetwork([() => new Response(body)], { maxResponseBytes: 10 });
    expect(await read(network)).toMatchObject({ ok: false });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('the connection of a discarded response is released', async () => {
    const cancel = vi.fn();
    const body = new ReadableStream({ cancel });
    const network = startNetwork([() => new Response(body, { status: 503 }), 200]);
    expect(await read(network)).toMatchObject({ ok: true });
    expect(cancel).toHaveBeenCalledOnce();
  });
});
