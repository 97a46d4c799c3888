/** The properties of an error response, above all those for callers who implement their own retries. */
import { expect, it } from 'vitest';
import { startNetwork, useJumpingClock } from '../../test/support/network.ts';

useJumpingClock();

const notOurs = 'an HTML page, which telecrm does not send: is baseUrl right?';
const retry = { maxAttempts: 1 };
const body = { fields: { phone: '919999999999' } };

it.each([
  [200, true],
  [400, false],
  [404, false],
  [408, true],
  [429, false],
  [499, false],
  [500, true],
  [503, true],
])('after %i, whether it may have happened is %s', async (status, mayHaveHappened) => {
  const { sync } = startNetwork([() => new Response('<h1>Oops</h1>', { status })]);
  const tried = await sync.try.createLead({ body }, { retry });
  expect(tried).toMatchObject({ ok: false, error: { status, mayHaveHappened } });
});

it.each([
  ['90', 90],
  ['0', 0],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After %j is reported as %j seconds', async (value, retryAfterSeconds) => {
  const headers: Record<string, string> = value ? { 'Retry-After': value } : {};
  const { sync } = startNetwork([() => new Response('', { status: 429, headers })]);
  const tried = await sync.try.createLead({ body }, { retry });
  expect(tried).toMatchObject({
    ok: false,
    error: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds },
  });
});

it.each([
  [429, 'TOO_MANY_REQUESTS', 'api', 'HTTP 429, too many requests'],
  [500, 'INTERNAL_SERVER_ERROR', 'api', 'HTTP 500, the API or a server in front of it failed'],
  [504, 'INTERNAL_SERVER_ERROR', 'api', 'HTTP 504, the API or a server in front of it failed'],
  [505, 'UNEXPECTED_ANSWER', 'client', 'HTTP 505, the API or a server in front of it failed'],
  [521, 'UNEXPECTED_ANSWER', 'client', 'HTTP 521, the API or a server in front of it failed'],
  [408, 'UNEXPECTED_ANSWER', 'client', 'HTTP 408, the API or a server in front of it failed'],
  [404, 'UNEXPECTED_ANSWER', 'client', `HTTP 404 with ${notOurs}`],
  [401, 'UNEXPECTED_ANSWER', 'client', `HTTP 401 with ${notOurs}`],
])('a page with status %i has the code %s of the %s', async (status, code, origin, reason) => {
  const page = '<h1>Oops</h1>';
  const { sync } = startNetwork([() => new Response(page, { status })]);
  const tried = await sync.try.getLead({ leadId: 'x' }, { retry });
  const message = `getLead failed: ${reason}`;
  const documented = origin === 'api';
  expect(tried).toMatchObject({
    ok: false,
    error: { status, code, origin, documented, message, body: page },
  });
});

it.each([
  [404, 'LEAD_NOT_FOUND', true],
  [404, 'TEAM_MEMBER_NOT_FOUND', false],
  [403, 'LEAD_NOT_FOUND', false],
  [502, 'INTERNAL_SERVER_ERROR', true],
])(
  'for %i %s, `documented` says whether the operation documents it',
  async (status, code, documented) => {
    const body = { error: { code, message: 'No.', details: [{ field: 'x', message: 'y' }] } };
    const { sync } = startNetwork([() => Response.json(body, { status })]);
    const tried = await sync.try.getLead({ leadId: 'x' }, { retry });
    expect(tried).toMatchObject({ ok: false, error: { ...body.error, status, documented } });
  },
);

it('a success without a body is an error', async () => {
  const { sync } = startNetwork([() => new Response(null, { status: 204 })]);
  const error = { code: 'UNEXPECTED_ANSWER', status: 204, body: '' };
  expect(await sync.try.createLead({ body })).toMatchObject({ ok: false, error });
});
