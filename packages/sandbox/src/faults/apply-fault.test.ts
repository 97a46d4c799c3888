import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf } from '../testing/caller.ts';

const sandbox = createSandbox({ strict: true, asyncDelayMs: 0 });
const { sync, queue, control } = callerOf(sandbox);
const lead = (number: number) => ({ fields: { phone: `9199999999${number}` } });
const total = async () => (await sync('POST', '/lead/search', {})).body.total_count;

afterEach(() => control('POST', '/reset'));

describe('a fault', () => {
  it('fails the given number of times, with Retry-After, and then no longer', async () => {
    const fault = { operationId: 'createLead', status: 503, times: 2, retryAfterSeconds: 7 };
    expect((await control('PUT', '/faults', [fault])).body).toEqual([fault]);
    const first = await sync('POST', '/lead', lead(10));
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '7']);
    expect(first.body.error.code).toBe('INTERNAL_SERVER_ERROR');
    expect((await control('GET', '/faults')).body).toEqual([{ ...fault, times: 1 }]);
    expect((await sync('GET', '/metadata')).status).toBe(200);
    expect((await sync('POST', '/lead', lead(10))).status).toBe(503);
    expect((await control('GET', '/faults')).body).toEqual([]);
    expect((await sync('POST', '/lead', lead(10))).status).toBe(201);
  });

  it.each([
    ['before', 2],
    ['after', 3],
  ])('cuts the connection %s the request is processed', async (drop, leads) => {
    await control('PUT', '/faults', [{ drop, times: 1 }]);
    await expect(sync('POST', '/lead', lead(11))).rejects.toThrow('fetch failed');
    expect(await total()).toBe(leads);
    const { body } = await control('GET', '/requests?limit=2');
    expect(body.data[1]).toMatchObject({ operation: 'createLead', status: null, fault: true });
  });

  it('replaces the body of a request that is processed', async () => {
    await control('PUT', '/faults', [
      { operationId: 'createOrUpdateLead', body: '<h1>OK</h1>', contentType: 'text/html' },
      { operationId: 'createLead', status: 202, body: { result: 'Accepted' } },
      { operationId: 'getEnterpriseMetadata', status: 204 },
    ]);
    const html = await queue(lead(12));
    expect([html.status, html.headers.get('content-type'), html.body]).toEqual([
      200,
      'text/html',
      '<h1>OK</h1>',
    ]);
    expect(await sync('POST', '/lead', lead(13))).toMatchObject({
      status: 202,
      body: { result: 'Accepted' },
    });
    expect(await sync('GET', '/metadata')).toMatchObject({ status: 204, body: '' });
    await control('POST', '/drain');
    expect(await total()).toBe(4);
  });

  it('has the error envelope even if the operation does not document the status', async () => {
    await control('PUT', '/faults', [{ operationId: 'getEnterpriseMetadata', status: 418 }]);
    expect(await sync('GET', '/metadata')).toMatchObject({
      status: 418,
      body: { error: { code: 'FAULT', message: expect.stringContaining('requested') } },
    });
  });

  it('can have a content type without a body, or text without a content type', async () => {
    await control('PUT', '/faults', [
      { operationId: 'getEnterpriseMetadata', contentType: 'text/plain', times: 1 },
      { operationId: 'getEnterpriseMetadata', body: 'Bad Gateway' },
    ]);
    const mislabeled = await sync('GET', '/metadata');
    expect(mislabeled.headers.get('content-type')).toBe('text/plain');
    expect(JSON.parse(mislabeled.body)).toHaveProperty('leadIdentifierFieldId');
    const text = await sync('GET', '/metadata');
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.body).toBe('Bad Gateway');
  });

  it('delays a request', async () => {
    await control('PUT', '/faults', [{ delayMs: 120, times: 1 }]);
    const started = performance.now();
    expect((await sync('GET', '/metadata')).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(110);
  });

  it('has no effect after it is removed', async () => {
    await control('PUT', '/faults', [{ status: 500 }]);
    expect((await sync('GET', '/metadata')).status).toBe(500);
    expect((await control('DELETE', '/faults')).status).toBe(204);
    expect((await sync('GET', '/metadata')).status).toBe(200);
  });

  it.each([
    [[{ operationId: 'makeCoffee', status: 500 }], 'body[0].operationId'],
    [[{ status: 99 }], 'body[0].status'],
    [[{ status: '500' }], 'body[0].status'],
    [[{ times: 0 }], 'body[0].times'],
    [[{ drop: 'now' }], 'body[0].drop'],
    [[{ delay: 1 }], 'body[0].delay'],
    [[{ contentType: 'text/html\r\nx: y' }], 'body[0].contentType'],
    [[{ contentType: 'text/html\n;x' }], 'body[0].contentType'],
    [[{}], 'body[0]'],
    [{}, 'body'],
  ])('is rejected if it is %j, without changing the current faults', async (faults, expected) => {
    await control('PUT', '/faults', [{ status: 500 }]);
    const { status, body } = await control('PUT', '/faults', faults);
    expect(status).toBe(400);
    expect(body.error.message).toContain(expected);
    expect((await control('GET', '/faults')).body).toEqual([{ status: 500 }]);
  });
});
