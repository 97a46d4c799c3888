/**
 * How calls handle failures of the API, with a sandbox that fails on purpose. The tests next to `src/send/send.ts` cover
 * the details with a scripted network.
 */
import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createSyncHttp } from '../src/http/index.ts';
import { createSyncClient, customAction, isTelecrmError, type LogEvent } from '../src/index.ts';
import { abortAfter, useJumpingClock } from './support/network.ts';
import { callsOf, createLead, optionsOf, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const visit = customAction(1001, { note: 'Site visit completed' });

describe('a call that may be repeated', () => {
  it.each([408, 429, 500, 502, 503, 504])(
    'succeeds after two responses with %i',
    async (status) => {
      const leadId = await createLead(sandbox);
      await sandbox.fail({ operationId: 'getLead', status, times: 2, retryAfterSeconds: 0 });
      const lead = await sandbox.sync.getLead({ leadId });
      expect(lead.fields.name).toBe('Jane Doe');
      expect(await callsOf(sandbox, 'getLead')).toBe(3);
    },
  );

  it.each(['before', 'after'] as const)(
    'succeeds after a connection lost %s the work',
    async (drop) => {
      const leadId = await createLead(sandbox);
      await sandbox.fail({ operationId: 'updateLead', drop, times: 2 });
      const body = { fields: { name: 'Jane Roe' } };
      const { fields } = await sandbox.sync.updateLead({ leadId, body });
      expect(fields.name).toBe('Jane Roe');
    },
  );

  it('includes a lead without actions on the Async API', async () => {
    await sandbox.fail({ status: 500, times: 2 });
    const lead = { fields: { phone: '919999999999' }, actions: [] };
    expect(await sandbox.async.createOrUpdateLead({ body: lead })).toMatchObject({
      status: 'QUEUED',
    });
  });

  it('fails after three attempts, with the last response', async () => {
    await sandbox.fail({ status: 503 });
    await expect(sandbox.sync.getEnterpriseMetadata()).rejects.toMatchObject({ status: 503 });
    expect(await callsOf(sandbox, 'getEnterpriseMetadata')).toBe(3);
  });

  it('sends its body again', async () => {
    await createLead(sandbox);
    await sandbox.fail({ operationId: 'searchLeads', status: 500, times: 2 });
    const found = await sandbox.sync.searchLeads({ body: { fields: { phone: '919876543210' } } });
    expect(found.total_count).toBe(1);
  });

  it('is also repeated for calls by path', async () => {
    await createLead(sandbox);
    await sandbox.fail({ status: 500, times: 2 });
    const { data } = await syncHttp().POST('/enterprise/{enterpriseId}/lead/search', {
      body: {},
    });
    expect(data?.total_count).toBe(1);
    expect(await callsOf(sandbox, 'searchLeads')).toBe(3);
  });
});

describe('a call that appends', () => {
  it('leaves exactly one action when the connection is lost after the write', async () => {
    const leadId = await createLead(sandbox);
    await sandbox.fail({ operationId: 'createActions', drop: 'after', times: 1 });
    const error = await failure(sandbox.sync.createActions({ leadId, body: { actions: [visit] } }));
    expect(error).toMatchObject({ code: 'NETWORK', mayHaveHappened: true });
    const actions = await Array.fromAsync(sandbox.sync.searchActions.all({ leadId, body: {} }));
    expect(actions).toHaveLength(1);
    expect(await callsOf(sandbox, 'createActions')).toBe(1);
  });

  it.each([408, 500, 503])(
    'is not repeated on %i, and says that it may have happened',
    async (status) => {
      const leadId = await createLead(sandbox);
      await sandbox.fail({ operationId: 'createActions', status });
      const body = { actions: [visit] };
      const error = await failure(sandbox.sync.createActions({ leadId, body }));
      expect(error).toMatchObject({ status, mayHaveHappened: true });
      expect(await callsOf(sandbox, 'createActions')).toBe(1);
    },
  );

  it('is repeated on 429, which was not carried out', async () => {
    const leadId = await createLead(sandbox);
    await sandbox.fail({
      operationId: 'createActions',
      status: 429,
      retryAfterSeconds: 0,
      times: 2,
    });
    await sandbox.sync.createActions({ leadId, body: { actions: [visit] } });
    const { total_count } = await sandbox.sync.searchActions({ leadId, body: {} });
    expect(total_count).toBe(1);
  });

  it('is not repeated on the Async API when its connection is lost', async () => {
    await sandbox.fail({ drop: 'after', times: 1 });
    const lead = { fields: { phone: '919999999999' }, actions: [visit] };
    await expect(sandbox.async.createOrUpdateLead({ body: lead })).rejects.toMatchObject({
      code: 'NETWORK',
    });
    await sandbox.drain();
    const [ingestion, ...more] = await sandbox.ingestions();
    expect(ingestion?.actions).toMatchObject([{ status: 'CREATED' }]);
    expect(more).toEqual([]);
  });

  it('is not repeated for calls by path either', async () => {
    await sandbox.fail({ status: 500 });
    await syncHttp().POST('/enterprise/{enterpriseId}/lead', {
      body: { fields: { phone: '919999999999' } },
    });
    expect(await callsOf(sandbox, 'createLead')).toBe(1);
  });

  it('is repeated if it certainly was not sent', async () => {
    const port = await freePort();
    const client = createSyncClient({
      enterpriseId: 'ent_sandbox',
      token: 'sandbox-sync-token',
      baseUrl: `http://127.0.0.1:${port}`,
      retry: { backoffMs: 2 },
      logger: (event) => seen.push(event),
    });
    const seen: LogEvent[] = [];
    const error = await failure(client.createLead({ body: { fields: { phone: '1' } } }));
    expect(error).toMatchObject({ code: 'NETWORK', mayHaveHappened: false });
    expect(seen.filter(({ type }) => type === 'NETWORK')).toHaveLength(3);
  });

  it('is repeated if the host does not exist', async () => {
    const seen: LogEvent[] = [];
    const client = createSyncClient({
      enterpriseId: 'ent_sandbox',
      token: 'sandbox-sync-token',
      baseUrl: 'http://no-such-host.invalid',
      retry: { backoffMs: 2, maxAttempts: 2 },
      logger: (event) => seen.push(event),
    });
    await failure(client.createLead({ body: { fields: { phone: '1' } } }));
    expect(seen.filter(({ type }) => type === 'NETWORK')).toHaveLength(2);
  });
});

describe('Retry-After', () => {
  useJumpingClock();

  it('is obeyed', async () => {
    await sandbox.fail({ status: 429, retryAfterSeconds: 1, times: 1 });
    const start = Date.now();
    await sandbox.sync.getEnterpriseMetadata();
    // Then follows the backoff of up to two milliseconds.
    expect([1000, 1001, 1002]).toContain(Date.now() - start);
  });

  it('of an hour fails immediately, with the wait in the error', async () => {
    await sandbox.fail({ status: 429, retryAfterSeconds: 3600 });
    const start = Date.now();
    const error = await failure(sandbox.sync.getEnterpriseMetadata());
    expect(error).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      status: 429,
      retryAfterSeconds: 3600,
    });
    expect(Date.now() - start).toBe(0);
    expect(await callsOf(sandbox, 'getEnterpriseMetadata')).toBe(1);
  });
});

describe('the signal of a call', () => {
  useJumpingClock();

  it('ends a wait between two attempts', async () => {
    await sandbox.fail({ status: 429, retryAfterSeconds: 30 });
    const start = Date.now();
    const signal = abortAfter(50);
    const error = await failure(sandbox.sync.getEnterpriseMetadata({}, { signal }));
    expect(error).toMatchObject({ code: 'ABORTED', cause: { message: 'enough' } });
    expect(Date.now() - start).toBe(50);
  });

  it('ends a request in flight', async () => {
    await sandbox.fail({ delayMs: 10_000 });
    const signal = abortAfter(50, new Error('the visitor left'));
    const error = await failure(sandbox.sync.getEnterpriseMetadata({}, { signal }));
    expect(error).toMatchObject({ code: 'ABORTED', cause: { message: 'the visitor left' } });
  });

  it('that is already aborted prevents sending', async () => {
    const call = sandbox.sync.getEnterpriseMetadata({}, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
    expect(await callsOf(sandbox, 'getEnterpriseMetadata')).toBe(0);
  });
});

describe('the timeout', () => {
  describe('of an attempt', () => {
    useJumpingClock();

    it('gives a slow response another attempt', async () => {
      await sandbox.fail({ delayMs: 5000, times: 1 });
      const start = Date.now();
      const name = await sandbox.sync.getEnterpriseMetadata({}, { attemptTimeoutMs: 300 });
      expect(name).toHaveProperty('id');
      expect(Date.now() - start).toBeLessThan(400);
    });

    it('does not repeat what appends', async () => {
      await sandbox.fail({ operationId: 'createLead', delayMs: 5000 });
      const body = { fields: { phone: '919999999999' } };
      const error = await failure(sandbox.sync.createLead({ body }, { attemptTimeoutMs: 100 }));
      expect(error).toMatchObject({ code: 'TIMEOUT', mayHaveHappened: true });
    });
  });

  it('includes the body of a response', async () => {
    await using server = await startSlowServer();
    const client = createSyncClient({
      enterpriseId: 'ent_sandbox',
      token: 'sandbox-sync-token',
      baseUrl: server.url,
      attemptTimeoutMs: 150,
      retry: { maxAttempts: 2, backoffMs: 2 },
    });
    const error = await failure(client.getEnterpriseMetadata());
    expect(error.code).toBe('TIMEOUT');
    expect(server.requests()).toBe(2);
  });

  it('can be disabled', async () => {
    await expect(
      sandbox.sync.getEnterpriseMetadata({}, { attemptTimeoutMs: Infinity }),
    ).resolves.toHaveProperty('id');
  });
});

function syncHttp() {
  return createSyncHttp({ ...optionsOf(sandbox, 'sync'), retry: { backoffMs: 2 } });
}

/** The error of a call. */
async function failure(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isTelecrmError(error)) throw new Error(`expected a TelecrmError, got ${error}`);
  return error;
}

/** A server that sends the headers of a response and never its whole body. */
async function startSlowServer() {
  const sockets: Socket[] = [];
  let requests = 0;
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', () => {
      requests++;
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: () => requests,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function freePort(): Promise<number> {
  await using server = await startSlowServer();
  return Number(new URL(server.url).port);
}
