import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { callerOf, send } from '../testing/caller.ts';
import { sandboxForThisFile } from '../testing/mock.ts';
import { createLoadShedder } from './overload.ts';

/** A request as far as the shedder looks at it. */
function request(headers: Record<string, string> = {}): IncomingMessage {
  return { headers } as Partial<IncomingMessage> as IncomingMessage;
}

/** Keeps the event loop busy. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('load shedding', () => {
  it('refuses no request without limits', () => {
    const shedder = createLoadShedder({});
    work(100);
    for (let count = 0; count < 5000; count++) expect(shedder.begin(request())).toBeUndefined();
  });

  it('refuses what is left of a turn of the event loop that has taken too long', async () => {
    const shedder = createLoadShedder({ maxDelayMs: 20 });
    expect(shedder.begin(request())).toBeUndefined();
    work(5);
    expect(shedder.begin(request())).toBeUndefined();
    work(30);
    expect(shedder.begin(request())).toBe('delay');
    await setTimeout(1);
    expect(shedder.begin(request())).toBeUndefined();
  });

  it('refuses more requests at once than the limit, until one has ended', () => {
    const shedder = createLoadShedder({ maxInFlight: 2 });
    const first = request();
    expect([first, request(), request()].map((one) => shedder.begin(one))).toEqual([
      undefined,
      undefined,
      'in-flight',
    ]);
    shedder.end(first);
    expect([shedder.inFlight, shedder.begin(request())]).toEqual([1, undefined]);
  });

  it.each([
    ['with a length', { 'content-length': '1048576' }],
    ['without one', { 'transfer-encoding': 'chunked' }],
    ['with a false one', { 'content-length': '99999999999' }],
  ])('holds no more than 256 MB of bodies %s', (_, headers) => {
    const shedder = createLoadShedder({});
    const taken = Array.from({ length: 300 }, () => shedder.begin(request(headers)));
    expect(taken.filter((one) => one === undefined).length).toBe(256);
    expect(taken.at(-1)).toBe('memory');
    shedder.end(request(headers));
    expect(shedder.begin(request(headers))).toBeUndefined();
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
