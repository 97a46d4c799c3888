import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type ApiOperation, operations, statusesOf } from '../operations.ts';
import { responseIssues } from '../validate.ts';
import { freshWorkspace, sandboxForThisFile } from '../workspace.ts';
import { body, fields, text, trickyKeys } from './arbitraries.ts';

const mock = await sandboxForThisFile();
const { enterpriseId, syncToken, asyncToken, control } = await freshWorkspace(mock);
const tokens = { sync: syncToken, async: asyncToken };
const runs = { numRuns: 40 };

const withEnterpriseId = (path: string) => path.replace('{enterpriseId}', enterpriseId);

async function send(url: string, method: string, token: string, sent?: unknown) {
  const response = await fetch(url, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
    // A request that takes longer than this is stuck.
    signal: AbortSignal.timeout(5000),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

function expectDocumentedResponse(
  operation: ApiOperation,
  response: { status: number; body: unknown },
) {
  const { status } = response;
  expect(status).toBeLessThan(500);
  expect(statusesOf(operation)).toContain(String(status));
  expect(responseIssues(operation, status, response.body)).toEqual([]);
  if (status >= 400) expect(response.body).toHaveProperty('error.message', expect.any(String));
}

afterAll(async () => {
  // None of the requests has blocked the queue, either.
  await fetch(`${control}/drain`, { method: 'POST' });
});

describe.each(operations)('any request to $id', (operation) => {
  const names = operation.parameters.filter(({ name }) => name !== 'enterpriseId');
  const parameters = fc.record(Object.fromEntries(names.map(({ name }) => [name, text])));
  const sent = operation.method === 'POST' ? body : fc.constant(undefined);

  it('gets a response of the documented shape, and never a 5xx', async () => {
    const property = fc.asyncProperty(parameters, sent, async (values, sent) => {
      let path = withEnterpriseId(operation.path);
      const query = new URLSearchParams();
      for (const { name, in: location } of names) {
        const value = values[name] ?? '';
        if (location === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value || 'x'));
        else if (value !== '') query.set(name, value);
      }
      // A segment of two dots would change the path.
      fc.pre(!/\/\.\.?(\/|$)/.test(path));
      const url = `${mock.baseUrls[operation.api]}${path}?${query}`;
      const response = await send(url, operation.method, tokens[operation.api], sent);
      expectDocumentedResponse(operation, response);
    });
    await fc.assert(property, runs);
  }, 30_000);
});

describe('a lead with any fields', () => {
  const base = `${mock.baseUrls.sync}/enterprise/${enterpriseId}/lead`;
  let count = 0;
  /** The identifier is always new, because only then the lead is created. */
  const nextPhone = () => `9198${String(10_000_000 + count++)}`;

  async function createAndRead(sent: object) {
    const created = await send(base, 'POST', syncToken, { fields: sent });
    expect(created.status).toBe(201);
    const read = await send(`${base}/${created.body.lead_id}`, 'GET', syncToken);
    expect(read.status).toBe(200);
    const remarks: { field: string }[] = created.body.remarks;
    return { stored: read.body.fields as object, remarks };
  }

  it('has each field either stored or named in a remark, exactly once', async () => {
    const property = fc.asyncProperty(fields, async (some) => {
      const sent = together(some, { phone: nextPhone() });
      const { stored, remarks } = await createAndRead(sent);
      const remarked = remarks.map(({ field }) => field.replace(/^fields\./, ''));
      expect([...Object.keys(stored), ...remarked].sort()).toEqual(Object.keys(sent).sort());
    });
    await fc.assert(property, { numRuns: 150 });
  }, 30_000);

  it('is returned as it was sent if every value is valid for its field', async () => {
    const sound = fc.record(
      {
        name: fc.string({ minLength: 1, maxLength: 30 }).filter((name) => name.trim() !== ''),
        email: fc.constantFrom('jane.doe@example.com', 'a+b@sub.example.org'),
        rating: fc.integer({ min: 1, max: 5 }),
        status: fc.constantFrom('Fresh', 'Contacted', 'Qualified', 'Won', 'Lost'),
        contact_source: fc.constantFrom('Website', 'Referral', 'Cold Call', 'A new one'),
        interests: fc.uniqueArray(fc.constantFrom('VIP', 'Returning', 'x'), { minLength: 1 }),
        deal_size: fc
          .double({ noNaN: true, noDefaultInfinity: true })
          .filter((n) => !Object.is(n, -0)),
        follow_up_date: fc.integer({ min: 0, max: 4_000_000_000_000 }),
      },
      { requiredKeys: [] },
    );
    const property = fc.asyncProperty(sound, async (some) => {
      const sent = { ...some, phone: nextPhone() };
      const { stored, remarks } = await createAndRead(sent);
      expect(remarks).toEqual([]);
      expect(stored).toEqual(sent);
    });
    await fc.assert(property, { numRuns: 150 });
  }, 30_000);

  it.each(trickyKeys)('treats %j as an ordinary name', async (key) => {
    const sent = Object.fromEntries([
      ['phone', nextPhone()],
      [key, 'x'],
    ]);
    const { stored, remarks } = await createAndRead(sent);
    expect(remarks.map(({ field }) => field)).toEqual([`fields.${key}`]);
    expect(Object.keys(stored)).toEqual(['phone']);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

/** The own keys of both objects in one, including `__proto__`. */
function together(first: object, second: object): object {
  return Object.fromEntries([...Object.entries(first), ...Object.entries(second)]);
}

describe('fields with the names of members of Object.prototype', () => {
  const names = ['__proto__', 'constructor', 'toString'];

  it('retain their values', async () => {
    const workspace = await freshWorkspace(mock, {
      customFields: names.map((apiName) => ({ apiName, type: 'text' })),
    });
    const base = `${mock.baseUrls.sync}/enterprise/${workspace.enterpriseId}/lead`;
    const values = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
    const sent = together(values, { phone: '919999999999' });
    const created = await send(base, 'POST', workspace.syncToken, { fields: sent });
    expect(created).toMatchObject({ status: 201, body: { remarks: [] } });
    const read = await send(`${base}/${created.body.lead_id}`, 'GET', workspace.syncToken);
    expect(Object.entries(read.body.fields).sort()).toEqual(Object.entries(sent).sort());
  });
});
