import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { callerOf, send } from '../testing/caller.ts';
import { sandboxForThisFile } from '../testing/mock.ts';
import { createLoadShedder, type LoadShedder } from './overload.ts';

/** Keeps the event loop busy. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Why a request would be refused now; `undefined` when it is taken. */
function refusal(shedder: LoadShedder, hasBody = false) {
  const begun = shedder.begin(hasBody);
  return typeof begun === 'string' ? begun : undefined;
}

/** A request with a body that is taken. */
function taken(shedder: LoadShedder) {
  const begun = shedder.begin(true);
  if (typeof begun === 'string') throw new Error(`Refused: ${begun}`);
  return begun;
}

const MB = 1024 * 1024;

describe('load shedding', () => {
  it('refuses no request without limits', () => {
    const shedder = createLoadShedder({});
    work(100);
    for (let count = 0; count < 5000; count++) expect(refusal(shedder)).toBeUndefined();
  });

  it('refuses what is left of a turn of the event loop that has taken too long', async () => {
    const shedder = createLoadShedder({ maxDelayMs: 20 });
    expect(refusal(shedder)).toBeUndefined();
    work(30);
    expect(refusal(shedder)).toBe('delay');
    await setTimeout(1);
    expect(refusal(shedder)).toBeUndefined();
  });

  it('refuses more requests at once than the limit, until one has ended', () => {
    const shedder = createLoadShedder({ maxInFlight: 2 });
    const first = taken(shedder);
    first.complete();
    expect([refusal(shedder), refusal(shedder)]).toEqual([undefined, 'in-flight']);
    first.end();
    expect([shedder.inFlight, refusal(shedder)]).toEqual([1, undefined]);
  });

  it('counts a request from when it has arrived in full', () => {
    const shedder = createLoadShedder({ maxInFlight: 1 });
    const slow = Array.from({ length: 100 }, () => taken(shedder));
    expect([shedder.inFlight, refusal(shedder)]).toEqual([0, undefined]);
    for (const one of slow) one.end();
    expect(shedder.inFlight).toBe(1);
  });

  it('takes no more bodies when those that are arriving take 256 MB', () => {
    const shedder = createLoadShedder({});
    const arriving = Array.from({ length: 256 }, () => taken(shedder));
    for (const one of arriving) one.received(MB);
    expect(refusal(shedder, true)).toBeUndefined();
    arriving[0]?.received(1);
    expect([refusal(shedder, true), refusal(shedder)]).toEqual(['memory', undefined]);
    arriving[1]?.end();
    expect(refusal(shedder, true)).toBeUndefined();
  });
});

describe('a sandbox with too many requests', () => {
  it('says when to come back, is still healthy, and recovers', async () => {
    const mock = await sandboxForThisFile({ maxInFlight: 5 });
    const { sync, control } = callerOf(mock);
    await control('PUT', '/faults', [{ operationId: 'getEnterpriseMetadata', delayMs: 800 }]);
    const calls = Array.from({ length: 20 }, () => sync('GET', '/metadata'));
    await setTimeout(300);
    for (const path of ['health', 'live', 'ready']) {
      const began = performance.now();
      expect((await send(`${mock.url}/_sandbox/${path}`)).status).toBe(200);
      expect(performance.now() - began).toBeLessThan(300);
    }
    const answers = await Promise.all(calls);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBe(15);
    for (const { headers, body } of refused) {
      expect(headers.get('retry-after')).toBe('1');
      expect(body.error.code).toBe('SERVICE_UNAVAILABLE');
      expect(body.error.message).toContain('did not process');
    }
    expect((await sync('GET', '/metadata')).status).toBe(200);
  });

  it('is not kept busy by clients that send slowly', async () => {
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

  it('keeps every lead that it acknowledged, and none that it refused', async () => {
    const mock = await sandboxForThisFile({ maxDelayMs: 5, asyncDelayMs: 0, requestsPerHour: 1e6 });
    const { queue, ingestions } = callerOf(mock);
    const statuses = new Map<number, number>();
    let acknowledged = 0;
    for (let wave = 0; wave < 3; wave++) {
      const calls = Array.from({ length: 300 }, (_, number) => {
        const phone = `91${String(9_000_000_000 + wave * 1000 + number)}`;
        return queue({ fields: { phone, name: 'x'.repeat(2000) } });
      });
      for (const { status } of await Promise.all(calls)) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status === 200) acknowledged++;
      }
    }
    expect([...statuses.keys()].sort()).toEqual([200, 503]);
    expect((await ingestions()).total_count).toBe(acknowledged);
    const { leads } = await mock.workspace.summary();
    expect(leads).toBe(acknowledged + 2);
  });
});
