import { type ExampleRequest, exampleRequests } from '@telecrm/spec/model';
import { describe, expect, it } from 'vitest';
import { type ApiOperation, authOf, errorOf, initOf, operationsById } from '../testing/requests.ts';
import { statelessSandbox } from '../testing/stateless.ts';

const { fetch, baseUrls } = statelessSandbox();
const enterprise = `${baseUrls.sync}/enterprise/ent_sandbox`;

async function messageFor(path: string, body?: unknown): Promise<string> {
  const json = { ...authOf.sync, 'content-type': 'application/json' };
  const init =
    body === undefined
      ? { headers: authOf.sync }
      : { method: 'POST', headers: json, body: JSON.stringify(body) };
  const response = await fetch(enterprise + path, init);
  expect(response.status).toBe(400);
  const { code, message } = await errorOf(response);
  expect(code).toBe('BAD_REQUEST');
  return message;
}

/** The valid requests of an operation, each made invalid at one path. */
function wrongAt(operation: ApiOperation, path: string): { url: string; init: RequestInit }[] {
  return exampleRequests(operation).map((request) => withInvalidValue(operation, request, path));
}

function withInvalidValue(operation: ApiOperation, request: ExampleRequest, path: string) {
  const [root, ...keys] = path.split('.');
  const url = new URL(baseUrls[operation.api] + request.path);
  const init = initOf(operation, request);
  if (root === 'query') url.searchParams.set(keys.join('.'), 'no-such-value');
  if (root === 'path') {
    const steps = operation.path.split('/');
    const fromEnd = steps.indexOf(`{${keys.join('.')}}`) - steps.length;
    url.pathname = url.pathname.split('/').with(fromEnd, 'no-such-value').join('/');
  }
  if (root !== 'body') return { url: url.href, init };
  const wrong = keys.length === 0 ? 'no-such-body' : replaceValue(request.body, keys);
  return { url: url.href, init: { ...init, body: JSON.stringify(wrong) } };
}

function replaceValue(value: unknown, [key = '', ...rest]: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceValue(item, [key, ...rest]));
  const object = Object(value);
  return {
    ...object,
    [key]: rest.length === 0 ? { no: 'such value' } : replaceValue(object[key], rest),
  };
}

describe('a request that is invalid at a path for which the spec has a response', () => {
  const cases = operationsById.flatMap(([id, operation]) =>
    operation.responses.flatMap(({ status, content }) =>
      (content?.examples ?? []).flatMap(({ name, value, violates }) =>
        violates.map((path) => [id, path, name, operation, { status, value }] as const),
      ),
    ),
  );

  it('matches the bundles', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)(
    '%s, wrong at %s, gets the response %s',
    async (_id, path, _name, operation, { status, value }) => {
      const responses = await Promise.all(
        wrongAt(operation, path).map(async ({ url, init }) => {
          const response = await fetch(url, init);
          return { status: response.status, body: await response.json() };
        }),
      );
      // A path may be invalid in one form of the body only, such as the amount of a payment.
      expect(responses).toContainEqual({ status: Number(status), body: value });
    },
  );

  it.each(['0', '101', '-1', '1.5', 'ten', '', '1&limit=2', '%FF'])(
    'responds to limit=%s with the message of the API',
    async (limit) => {
      const response = await fetch(`${enterprise}/lead/search?limit=${limit}`, {
        method: 'POST',
        headers: { ...authOf.sync, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(response.status).toBe(400);
      expect((await errorOf(response)).message).toBe('Limit should be between 1 and 100');
    },
  );
});

describe('a request that is invalid at any other path', () => {
  it.each([
    ['/team-members?skip=-1', 'query.skip is out of range: send an integer of at least 0.'],
    ['/team-members?skip=', 'query.skip is empty: leave it out or send an integer of at least 0.'],
    ['/team-members?skip=1&skip=2', 'query.skip is there more than once: send it once.'],
    ['/team-members?skip=x', 'query.skip is not allowed here: send an integer of at least 0.'],
    [
      '/team-members?includeDeleted=yes',
      'query.includeDeleted is not allowed here: send true or false.',
    ],
    ['/lead/%E0%A4%A', 'path.leadId is not percent-encoded properly: write a literal % as %25.'],
    ['/lead/62%00', 'path.leadId holds a NUL character: remove it.'],
  ])('%s: %s', async (path, message) => {
    expect(await messageFor(path)).toBe(message);
  });

  it.each<[unknown, string]>([
    [{}, 'body.fields is missing: add a non-empty object.'],
    [{ fields: {} }, 'body.fields is too short: send a non-empty object.'],
    [{ fields: [] }, 'body.fields is an array: send a non-empty object.'],
    [{ fields: { rating: 9 } }, 'body.fields.rating is out of range: send an integer from 1 to 5.'],
    [{ fields: { rating: '5' } }, 'body.fields.rating is a string: send an integer from 1 to 5.'],
    [
      { fields: { city: { name: 'Pune' } } },
      'body.fields.city is an object: send a string, a number or an array of strings.',
    ],
  ])('a lead of %j gets: %s', async (body, message) => {
    expect(await messageFor('/lead', body)).toBe(message);
  });

  it.each<[unknown, string]>([
    [4, 'body.actions[0] is a number: send an object.'],
    [{}, 'body.actions[0].type is missing: add'],
    [{ type: 'ACTION_1001' }, 'body.actions[0].type is not allowed here: send'],
    [{ type: '1001', fields: 'x' }, 'body.actions[0].fields is a string: send an object'],
    [
      { type: 'PAYMENT', status: 'PAID', currency: 'INR', amount: '5' },
      'body.actions[0].status is not allowed here: send one of PENDING,',
    ],
    [
      { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: 5 },
      'body.actions[0].amount is a number: send a string',
    ],
    [
      { type: 'PAYMENT', status: 'PENDING', currency: 'INR' },
      'body.actions[0].amount is missing: add a string',
    ],
  ])('an action of %j gets the message of its intended form: %s', async (action, start) => {
    const message = await messageFor('/lead', { fields: { phone: '91' }, actions: [action] });
    expect(message.slice(0, start.length)).toBe(start);
    expect(message).not.toContain(' And ');
  });

  it('lists the types of all forms of an action if the intended one is unknown', async () => {
    const actions = [{ type: 'CALL' }];
    const message = await messageFor('/lead', { fields: { phone: '91' }, actions });
    expect(message).toContain('1001');
    expect(message).toContain('PAYMENT');
  });

  it('lists at most three issues', async () => {
    const fields = { a: {}, b: {}, c: {}, d: {}, e: {} };
    const message = await messageFor('/lead', { fields });
    expect(message).toMatch(/body\.fields\.a .* body\.fields\.c .*\. And 2 more\.$/);
  });

  it('never contains the invalid value', async () => {
    const secret = 'jane.secret@example.com';
    const fields = { rating: secret, phone: { of: secret }, [`x${'y'.repeat(500)}`]: { secret } };
    const message = await messageFor('/lead', { fields, actions: [{ type: secret }, secret] });
    expect(message).not.toContain('secret');
    expect(message.length).toBeLessThan(600);
  });

  it('names a key without its control characters', async () => {
    expect(await messageFor('/lead', { fields: { 'a\u0000\u202eb': {} } })).toContain(
      'fields.a??b is',
    );
  });
});
