import { describe, expect, it } from 'vitest';
import { startMock } from '../start-mock.ts';
import { operationById, operations, validRequest } from '../testing/catalog.ts';
import { errorOf, mockForThisFile, syncAuth } from '../testing/mock.ts';

const mock = await mockForThisFile();
const getLead = `${mock.baseUrls.sync}/enterprise/ent_sandbox/lead/603d2b2f9b1e8a001c8e4f5c`;

function preferring(prefer: string, path = '') {
  return fetch(getLead + path, { headers: { ...syncAuth, prefer } });
}

describe.each(operations.map((operation) => [operation.id, operation] as const))(
  '%s',
  (_, operation) => {
    const { path, init } = validRequest(operation);
    const call = (prefer: string) =>
      fetch(mock.baseUrls[operation.api] + path, { ...init, headers: { ...init.headers, prefer } });

    it.each(operation.examples.map((example) => [example.code, example.name, example] as const))(
      'returns its %s %s for a preference by code and name',
      async (code, name, example) => {
        const status = Number(code.replaceAll('X', '0'));
        const response = await call(`code=${status}, example=${name}`);
        expect(response.status).toBe(status);
        expect(response.headers.get('content-type')).toBe('application/json');
        expect(await response.json()).toEqual(example.value);
      },
    );

    it.each([500, 502, 503, 599])(
      'responds to %i with the example for the whole class',
      async (status) => {
        const response = await call(`code=${status}`);
        expect(response.status).toBe(status);
        const documented = operation.examples.find(({ code }) => code === '5XX');
        expect(await response.json()).toEqual(documented?.value);
      },
    );

    it('generates a response for dynamic=true', async () => {
      const response = await call('dynamic=true');
      expect(response.ok).toBe(true);
      expect(await response.json()).toBeTypeOf('object');
    });

    it('lists the existing responses if the preferred one does not exist', async () => {
      const response = await call('example=noSuchExample');
      expect(response.status).toBe(400);
      const { message } = await errorOf(response);
      for (const { code, name } of operation.examples) {
        expect(message).toMatch(new RegExp(`${code}: [^;]*${name}`));
      }
    });
  },
);

it('finds an example by its name alone, whatever its status', async () => {
  const response = await preferring('example=leadNotFound');
  expect(response.status).toBe(404);
  expect((await errorOf(response)).code).toBe('LEAD_NOT_FOUND');
  expect((await preferring('example=fieldsOnly')).status).toBe(200);
  expect((await preferring('example=internalError')).status).toBe(500);
});

it('sends the documented headers of a response', async () => {
  const response = await preferring('code=429');
  expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
});

it.each([
  ['code=404;example=leadNotFound', 404],
  ['example="leadNotFound"', 404],
  ['CODE = 404', 404],
  ['respond-async, code=404', 404],
  ['code=404, code=200', 404],
  ['dynamic', 200],
  ['dynamic=false', 200],
  ['dynamic=true, seed=7', 200],
  ['respond-async', 200],
  ['wait=10', 200],
  ['', 200],
  [';;,,==', 200],
])('parses the header %j', async (prefer, status) => {
  expect((await preferring(prefer)).status).toBe(status);
});

it.each([
  ['code=abc', 'three digits'],
  ['code=5XX', 'three digits'],
  ['code', 'three digits'],
  ['code=418', 'getLead has no response 418. It has 200:'],
  ['code=404, example=withActions', 'for 404'],
  ['dynamic=maybe', 'true or false'],
])('rejects the header %j', async (prefer, why) => {
  const response = await preferring(prefer);
  expect(response.status).toBe(400);
  expect((await errorOf(response)).message).toContain(why);
});

it('generates the same response for the same seed', async () => {
  const text = async () => (await preferring('dynamic=true, seed=telecrm')).text();
  expect(await text()).toBe(await text());
});

it('generates the same response without a seed in deterministic mode', async () => {
  const bodies = [];
  for (let run = 0; run < 2; run++) {
    await using fixed = await startMock({ deterministic: true });
    const url = getLead.replace(mock.url, fixed.url);
    const response = await fetch(url, { headers: { ...syncAuth, prefer: 'dynamic=true' } });
    bodies.push([response.headers.get('date'), await response.text()]);
  }
  expect(bodies[0]).toEqual(bodies[1]);
});

it('still rejects an invalid request', async () => {
  const response = await preferring('code=200', '?limit=101');
  expect(response.status).toBe(400);
  expect((await errorOf(response)).message).toBe('Limit should be between 1 and 100');
});

it('returns the preferred 400 for a request that is invalid in another way', async () => {
  const operation = operationById('createTeamMember');
  const { path, init } = validRequest(operation);
  const headers = { ...init.headers, prefer: 'code=400, example=invalidPhoneNumber' };
  const response = await fetch(mock.baseUrls.sync + path, { ...init, headers, body: '{}' });
  const documented = operation.examples.find(({ name }) => name === 'invalidPhoneNumber');
  expect([response.status, await response.json()]).toEqual([400, documented?.value]);
});

it('also marks a preferred 401', async () => {
  const response = await preferring('code=401');
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});
