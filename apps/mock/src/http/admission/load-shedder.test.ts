import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { callerOf, type ReadResponse, send } from '@telecrm/caller';
import { describe, expect, it } from 'vitest';
import { errorIn, sandboxForThisFile } from '../../testing/mock.ts';
import { sendAtOnce } from '../../testing/raw.ts';
import { createLoadShedder, type LoadShedder } from './load-shedder.ts';

/** Blocks the event loop. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** The reason for rejecting a request now; `undefined` if it is admitted, `'waits'` if it has to wait. */
function rejectionOf(shedder: LoadShedder, hasBody = false) {
  const begun = shedder.begin(hasBody);
  if (begun instanceof Promise) return 'waits';
  return typeof begun === 'string' ? begun : undefined;
}

/** An admitted request with a body. */
function admit(shedder: LoadShedder) {
  const begun = shedder.begin(true);
  if (typeof begun === 'string' || begun instanceof Promise) throw new Error('Not admitted');
  return begun;
}

/** The number of requests that are still delayed by the first fault. */
function timesOf({ body }: ReadResponse): number {
  return body[0]?.times ?? 0;
}

const MB = 1024 * 1024;

/** Requests that add leads, alternately through both APIs; those to the Sync API take long. */
function heavyRequests(count: number, first = 0): string[] {
  const unknown = Array.from({ length: 600 }, (_, index) => [`Unknown ${index}`, 'x']);
  return Array.from({ length: count }, (_, number) => {
    const phone = String(919_000_000_000 + first + number);
    const body = JSON.stringify({ fields: { ...Object.fromEntries(unknown), phone } });
    const [path, token] =
      number % 2 === 0
        ? ['/autoupdate/v2/enterprise/ent_sandbox/lead', 'sandbox-sync-token']
        : ['/enterprise/ent_sandbox/autoupdatelead', 'sandbox-async-token'];
    const head = [
      `POST ${path} HTTP/1.1`,
      'Host: localhost',
      `Authorization: Bearer ${token}`,
      `Content-Length: ${body.length}`,
    ];
    return `${head.join('\r\n')}\r\n\r\n${body}`;
  });
}

describe('load shedding', () => {
  it('admits all requests without limits', () => {
    const shedder = createLoadShedder({});
    work(100);
    for (let count = 0; count < 5000; count++) expect(rejectionOf(shedder)).toBeUndefined();
  });

  it('rejects requests that could not start within the limit', async () => {
    const shedder = createLoadShedder({ maxDelayMs: 20 });
    expect(rejectionOf(shedder)).toBeUndefined();
    work(30);
    const waiting = [shedder.begin(false), shedder.begin(false)];
    work(30);
    expect(typeof (await waiting[0])).toBe('object');
    work(10);
    expect(await waiting[1]).toBe('delay');
  });

  it('admits requests whose wait is within the limit', async () => {
    const shedder = createLoadShedder({ maxDelayMs: 10_000, maxInFlight: 1 });
    const first = admit(shedder);
    work(10);
    const [second, third] = [shedder.begin(false), shedder.begin(false)];
    expect([typeof (await second), await third]).toEqual(['object', 'in-flight']);
    first.end();
  });

  it('rejects requests beyond the limit of concurrent ones, until one has ended', () => {
    const shedder = createLoadShedder({ maxInFlight: 2 });
    const first = admit(shedder);
    first.complete();
    expect([rejectionOf(shedder), rejectionOf(shedder)]).toEqual([undefined, 'in-flight']);
    first.end();
    expect([shedder.inFlight, rejectionOf(shedder)]).toEqual([1, undefined]);
  });

  it('rejects requests beyond the limit that began to arrive when there were few', () => {
    const shedder = createLoadShedder({ maxInFlight: 2 });
    const arriving = Array.from({ length: 4 }, () => admit(shedder));
    for (const one of arriving) one.complete();
    expect(arriving.map((one) => one.turn())).toEqual(Array(4).fill('in-flight'));
    arriving.slice(2).map((one) => one.end());
    expect(arriving[0]?.turn()).toBeUndefined();
  });

  it('counts a request from the time when it is complete', () => {
    const shedder = createLoadShedder({ maxInFlight: 1 });
    const slow = Array.from({ length: 100 }, () => admit(shedder));
    expect([shedder.inFlight, rejectionOf(shedder)]).toEqual([0, undefined]);
    for (const one of slow) one.end();
    expect(shedder.inFlight).toBe(1);
  });

  it('does not count a request while a fault delays it', async () => {
    const shedder = createLoadShedder({ maxInFlight: 1 });
    const delayed = admit(shedder);
    delayed.complete();
    expect([shedder.inFlight, rejectionOf(shedder)]).toEqual([1, 'in-flight']);
    const delay = delayed.delay(20);
    const other = admit(shedder);
    other.complete();
    expect([shedder.inFlight, rejectionOf(shedder)]).toEqual([1, 'in-flight']);
    await delay;
    expect(shedder.inFlight).toBe(2);
    delayed.end();
    other.end();
    expect(shedder.inFlight).toBe(0);
  });

  it('admits no more bodies while 256 MB of bodies are arriving', () => {
    const shedder = createLoadShedder({});
    const arriving = Array.from({ length: 256 }, () => admit(shedder));
    for (const one of arriving) one.received(MB);
    expect(rejectionOf(shedder, true)).toBeUndefined();
    arriving[0]?.received(1);
    expect([rejectionOf(shedder, true), rejectionOf(shedder)]).toEqual(['memory', undefined]);
    arriving[1]?.end();
    expect(rejectionOf(shedder, true)).toBeUndefined();
  });
});

describe('a sandbox with too many requests', () => {
  it('sends Retry-After, remains healthy, and recovers', async () => {
    const mock = await sandboxForThisFile({ maxDelayMs: 0, asyncDelayMs: 60_000 });
    await sendAtOnce(mock.port, heavyRequests(2));
    const pending = sendAtOnce(mock.port, heavyRequests(100));
    const probes = ['health', 'live', 'ready'].map((path) => send(`${mock.url}/_sandbox/${path}`));
    for (const { status } of await Promise.all(probes)) expect(status).toBe(200);
    const rejected = (await pending).filter(({ status }) => status === 503);
    expect(rejected.length).toBeGreaterThan(0);
    for (const { head, body } of rejected) {
      expect(head).toMatch(/^retry-after: 1$/m);
      expect(errorIn(body)).toEqual({
        code: 'SERVICE_UNAVAILABLE',
        message: expect.stringContaining('did not process'),
      });
    }
    expect((await callerOf(mock).sync('GET', '/metadata')).status).toBe(200);
  });

  it('does not count requests that a fault delays', async () => {
    const mock = await sandboxForThisFile({ maxInFlight: 5 });
    const { sync, control } = callerOf(mock);
    const fault = { operationId: 'getEnterpriseMetadata', delayMs: 600_000 };
    await control('PUT', '/faults', [{ ...fault, times: 20 }]);
    const head =
      'GET /autoupdate/v2/enterprise/ent_sandbox/metadata HTTP/1.1\r\nHost: localhost\r\n' +
      'Authorization: Bearer sandbox-sync-token\r\n\r\n';
    const sockets: Socket[] = [];
    for (let left = 20; left > 0; left--) {
      const socket = connect(mock.port, '127.0.0.1').on('error', () => {});
      socket.write(head);
      sockets.push(socket);
      // It is delayed once it has used up the fault.
      await expect.poll(async () => timesOf(await control('GET', '/faults'))).toBe(left - 1);
    }
    expect((await sync('GET', '/team-members')).status).toBe(200);
    await control('PUT', '/faults', [{ ...fault, delayMs: 20 }]);
    expect((await sync('GET', '/metadata')).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it('does not count clients that send slowly', async () => {
    const mock = await sandboxForThisFile({ maxInFlight: 5 });
    const sockets = Array.from({ length: 50 }, () => connect(mock.port, '127.0.0.1'));
    const head =
      'POST /enterprise/ent_sandbox/autoupdatelead HTTP/1.1\r\nHost: localhost\r\n' +
      'Authorization: Bearer sandbox-async-token\r\nContent-Length: 1000000\r\n\r\n{';
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    for (const socket of sockets) socket.write(head);
    await setTimeout(200);
    expect((await callerOf(mock).sync('GET', '/metadata')).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it('rejects requests whose bodies arrive faster than they are processed', async () => {
    const mock = await sandboxForThisFile({ maxDelayMs: 0, asyncDelayMs: 60_000 });
    await sendAtOnce(mock.port, heavyRequests(2));
    const parts = heavyRequests(100, 1000).map((request) => request.split('\r\n\r\n'));
    const heads = parts.map(([head]) => `${head}\r\n\r\n`);
    const bodies = parts.map(([, body = '']) => body);
    const responses = await sendAtOnce(mock.port, heads, bodies);
    const statuses = new Set(responses.map(({ status }) => status));
    expect(statuses).toContain(503);
    expect(statuses).toContain(201);
  });

  it('stores every lead that it acknowledged, and none that it rejected', async () => {
    const mock = await sandboxForThisFile({
      maxDelayMs: 0,
      asyncDelayMs: 60_000,
      requestsPerHour: 1e6,
    });
    const { ingestions } = callerOf(mock);
    const statuses = new Map<number, number>();
    await sendAtOnce(mock.port, heavyRequests(2, 100_000));
    await mock.workspace.drain();
    const before = await mock.workspace.summary();
    for (let wave = 0; wave < 3 || (!statuses.has(503) && wave < 10); wave++) {
      for (const { status } of await sendAtOnce(mock.port, heavyRequests(100, wave * 1000))) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
    expect([...statuses.keys()].sort()).toEqual([200, 201, 503]);
    const [queued = 0, created = 0] = [statuses.get(200), statuses.get(201)];
    expect((await ingestions()).total_count).toBe(queued + before.ingestions);
    const { leads } = await mock.workspace.summary();
    expect(leads).toBe(queued + created + before.leads);
  });
});
