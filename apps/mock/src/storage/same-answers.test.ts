import { defaultCredentials } from '@telecrm/sandbox';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { expect, it } from 'vitest';
import type { MockOptions } from '../options.ts';
import { startMock } from '../start-mock.ts';

/** A call: the API or the control surface, method, path and body. */
type Call = readonly [
  api: 'sync' | 'async' | 'control',
  method: string,
  path: string,
  body?: unknown,
];

/** Pseudo-random numbers, the same in each run. */
function createRandom(): (limit: number) => number {
  let state = 20_261_121;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const random = createRandom();
const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
const phone = () => `9198765${String(43_000 + random(300))}`;
const names = ['Jane', 'JANE', 'Zoë', 'O’Neil "x"', '', '\u0000', '\ud800', '{}', 'a'.repeat(500)];
const fields = () => ({
  phone: pick([phone(), phone(), phone(), 'wrong', Number(phone()), undefined]),
  ...(random(2) && { name: pick(names) }),
  ...(random(3) === 0 && { rating: pick([1, 5, 'many', null]) }),
  ...(random(3) === 0 && { contact_source: pick(['Fair', 'fair', 'Web site', 'New']) }),
  ...(random(4) === 0 && { unknown_field: 'x' }),
  ...(random(4) === 0 && { email: pick(['a@example.com', 'wrong']) }),
});
const actions = (type: string) =>
  random(2) ? [{ type: pick([type, '9999']), fields: { note: pick(names) } }] : [];
/** The IDs of leads in the responses, which are used in order. */
const leadIds = ['603d2b2f9b1e8a001c8e4f5c', '000000000000000000000000'];

const kinds: readonly (() => Call)[] = [
  () => ['sync', 'POST', '/lead', { fields: fields(), actions: actions('1001') }],
  () => ['sync', 'POST', '/lead', { fields: fields() }],
  () => ['async', 'POST', '/autoupdatelead', { fields: fields(), actions: actions('ACTION_1001') }],
  () => ['sync', 'GET', `/lead/${pick(leadIds)}`],
  () => [
    'sync',
    'PUT',
    `/lead/${pick(leadIds)}`,
    { fields: { name: pick(names), rating: random(5) } },
  ],
  () => ['sync', 'POST', `/lead/${pick(leadIds)}/action`, { actions: actions('1001') }],
  () => ['sync', 'POST', `/lead/${pick(leadIds)}/action/search?limit=${1 + random(5)}`, {}],
  () => [
    'sync',
    'POST',
    `/lead/search?skip=${random(4)}&limit=${1 + random(20)}`,
    { fields: search() },
  ],
  () => ['sync', 'GET', '/team-members'],
  () => ['sync', 'GET', '/custom-fields'],
  () => ['control', 'GET', `/ingestions?limit=${1 + random(5)}`],
  () => ['control', 'GET', '/requests?limit=3'],
  () => ['control', 'GET', `/leads?limit=${1 + random(5)}`],
  () => [
    'control',
    'PUT',
    '/faults',
    [{ operationId: 'getLead', status: 503, times: 1 + random(3) }],
  ],
];
const search = () =>
  pick([
    {},
    { name: pick(names) },
    { phone: [phone(), phone()] },
    { contact_source: ['fair', 'new'], rating: 5 },
    { created_on: { from: 1 }, name: 'jane' },
    { modified_on: { to: Date.UTC(2027, 0) } },
  ]);

/** The responses to all calls, byte for byte, as one text for each. */
async function responsesOf(options: MockOptions, calls: readonly Call[]): Promise<string[]> {
  const mock = await startMock({ strict: true, deterministic: true, ...options });
  const { enterpriseId, syncToken, asyncToken } = defaultCredentials;
  const bases = {
    sync: `${mock.baseUrls.sync}/enterprise/${enterpriseId}`,
    async: `${mock.baseUrls.async}/enterprise/${enterpriseId}`,
    control: `${mock.url}/_sandbox/workspaces/${enterpriseId}`,
  };
  const responses: string[] = [];
  for (const [api, method, path, body] of calls) {
    const headers = {
      authorization: `Bearer ${api === 'async' ? asyncToken : syncToken}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const response = await fetch(bases[api] + path, {
      ...{ method, headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { status } = response;
    const comparedHeaders = ['content-type', 'content-length', 'date', 'retry-after'];
    const head = comparedHeaders.map((name) => `${name}: ${response.headers.get(name)}`).join('\n');
    responses.push(`${method} ${path}\n${status}\n${head}\n${await response.text()}`);
  }
  await mock.close();
  return responses;
}

it('2,000 mixed calls have the same responses, byte for byte, in memory, SQLite and Postgres', {
  timeout: 300_000,
}, async () => {
  // Later calls name leads that earlier ones have created: with a deterministic clock, their IDs are known.
  const first = Array.from({ length: 300 }, () => pick(kinds.slice(0, 3))());
  const created = (await responsesOf({}, first)).flatMap(
    (text) => /"lead_id":"(\w{24})"/.exec(text)?.[1] ?? [],
  );
  leadIds.push(...created);
  const calls = [...first, ...Array.from({ length: 1700 }, () => pick(kinds)())];
  const databaseUrl = await postgresUrl();
  const [memory, sqlite, postgres] = await Promise.all([
    responsesOf({}, calls),
    responsesOf({ state: ':memory:' }, calls),
    responsesOf({ databaseUrl }, calls),
  ]);
  expect(created.length).toBeGreaterThan(50);
  expect(new Set(memory.map((text) => text.split('\n')[1])).size).toBeGreaterThan(4);
  for (const [index, expected] of memory.entries()) {
    expect(sqlite[index]).toBe(expected);
    expect(postgres[index]).toBe(expected);
  }
});
