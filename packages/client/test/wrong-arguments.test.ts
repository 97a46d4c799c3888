/** What the functions of this package report if JavaScript code calls them with wrong arguments. */
import { describe, expect, it } from 'vitest';
import * as checks from '../src/check/index.ts';
import * as http from '../src/http/index.ts';
import * as client from '../src/index.ts';
import { startSandbox } from '../src/testing/index.ts';
import { startNetwork, useJumpingClock } from './support/network.ts';

useJumpingClock();

const lead = { fields: { phone: '919999999999', name: 'Jane Doe' } };
const { sync, async } = startNetwork([200]);
const credentials = { enterpriseId: 'ent_1', token: 'secret', baseUrl: 'http://127.0.0.1:1' };
const controller = new AbortController();
const stored = { lead_id: '603d', remarks: [], actions: [] };

const leadExample = "an object such as { fields: { phone: '919999999999' } }";
const leads = 'leads must be an array, or another iterable or async iterable';
const result = 'result must be what createLead, createActions or updateLead resolves with';
const names = 'names must be an array of API names';
const rules = 'fieldRules must be from await fetchFieldRules() or fieldRules()';
const signal = 'signal must be an AbortSignal such as controller.signal, not an object';
const syncClient = 'must be a client from createSyncClient(), not';
const asyncClient = 'must be a client from createAsyncClient(), not';

/** Calls a function as JavaScript can. Reads an iterator to its end. */
async function call(fn: object, args: readonly unknown[]): Promise<unknown> {
  const value: unknown = typeof fn === 'function' ? await Reflect.apply(fn, undefined, args) : fn;
  if (typeof value === 'object' && value !== null && Symbol.asyncIterator in value) {
    return Array.fromAsync(Object(value));
  }
  return value;
}

type Row = [fn: (...args: never[]) => unknown, args: readonly unknown[], message: string];

const rows: Row[] = [
  [client.createSyncClient, [null], 'options must be an object, not null'],
  [client.createSyncClient, ['secret'], 'options must be an object, not a string'],
  [client.createAsyncClient, [['secret']], 'options must be an object, not an array'],
  [http.createSyncHttp, [null], 'options must be an object, not null'],
  [http.createAsyncHttp, [5], 'options must be an object, not a number'],

  [client.ingestAndVerify, [], `async ${asyncClient} undefined`],
  [client.ingestAndVerify, [async], `sync ${syncClient} undefined`],
  [client.ingestAndVerify, [async, lead], `sync ${syncClient} another object`],
  [client.ingestAndVerify, [sync, async, lead], `async ${asyncClient} another object`],
  [client.ingestAndVerify, [async, async, lead], `sync ${syncClient} another object`],
  [client.ingestAndVerify, [client.createAsyncClient, sync], `async ${asyncClient} a function`],
  [client.ingestAndVerify, [async, sync], `lead must be ${leadExample}, not undefined`],
  [client.ingestAndVerify, [async, sync, null], `lead must be ${leadExample}, not null`],
  [client.ingestAndVerify, [async, sync, '9199'], `lead must be ${leadExample}, not a string`],
  [client.ingestAndVerify, [async, sync, [lead]], `lead must be ${leadExample}, not an array`],
  [
    client.ingestAndVerify,
    [async, sync, lead.fields],
    `lead.fields must be an object, as in ${leadExample}, not undefined`,
  ],
  [
    client.ingestAndVerify,
    [async, sync, { fields: [] }],
    `lead.fields must be an object, as in ${leadExample}, not an array`,
  ],
  [
    client.ingestAndVerify,
    [async, sync, { ...lead, actions: {} }],
    'lead.actions must be an array, not an object',
  ],
  [
    client.ingestAndVerify,
    [async, sync, { ...lead, actions: [null] }],
    'lead.actions[0] must be an object, as from customAction(), not null',
  ],
  [
    client.ingestAndVerify,
    [async, sync, { ...lead, actions: [{ type: 1001 }] }],
    'lead.actions[0].type must be text such as ACTION_1001, not a number',
  ],
  [client.ingestAndVerify, [async, sync, lead, null], 'options must be an object, not null'],
  [
    client.ingestAndVerify,
    [async, sync, lead, { identifier: null }],
    'identifier must be an API name, not null',
  ],
  [client.ingestAndVerify, [async, sync, lead, { signal: controller }], signal],
  [client.ingestAndVerify, [async, sync, lead, { fieldRules: {} }], `${rules}, not an object`],
  [
    client.ingestAndVerify,
    [async, sync, lead, { totalTimeoutMs: '5s' }],
    'totalTimeoutMs must be at least 0, not NaN',
  ],

  [client.ingestMany, [], `client ${asyncClient} undefined`],
  [client.ingestMany, [[lead], async], `client ${asyncClient} an array`],
  [client.ingestMany, [sync, [lead]], `client ${asyncClient} another object`],
  [client.ingestMany, [async], `${leads}, not undefined`],
  [client.ingestMany, [async, lead], `${leads}, not an object`],
  [client.ingestMany, [async, 'leads.csv'], `${leads}, not a string`],
  [client.ingestMany, [async, () => [lead]], `${leads}, not a function`],
  [client.ingestMany, [async, [lead], null], 'options must be an object, not null'],
  [client.ingestMany, [async, [lead], { signal: controller }], signal],
  [
    client.ingestMany,
    [async, [lead], { resumeFrom: '{"next":1}' }],
    'resumeFrom must be a progress object, not a string',
  ],
  [
    client.ingestMany,
    [async, [lead], { resumeFrom: { completed: 3 } }],
    'resumeFrom.completed must be an array, not a number',
  ],
  [
    client.ingestMany,
    [async, [lead], { onProgress: {} }],
    'onProgress must be a function, not an object',
  ],
  [
    client.ingestMany,
    [async, [lead], { maxFailuresInARow: 'x' }],
    'maxFailuresInARow must be at least 1, not NaN',
  ],

  [client.verifyMany, [], `client ${syncClient} undefined`],
  [client.verifyMany, [async, [lead]], `client ${syncClient} another object`],
  [client.verifyMany, [sync, lead], `${leads}, not an object`],
  [client.verifyMany, [sync, [null]], `leads[0] must be ${leadExample}, not null`],
  [
    client.verifyMany,
    [sync, [lead.fields]],
    `leads[0].fields must be an object, as in ${leadExample}, not undefined`,
  ],
  [client.verifyMany, [sync, [lead], null], 'options must be an object, not null'],
  [client.verifyMany, [sync, [lead], { signal: controller }], signal],
  [
    client.verifyMany,
    [sync, [lead], { pollTimeoutMs: Number.NaN }],
    'pollTimeoutMs must be at least 0, not NaN',
  ],
  [client.verifyMany, [sync, [lead], { fieldRules: Promise.resolve() }], `${rules}, not an object`],

  [client.findLead, [], `client ${syncClient} undefined`],
  [client.findLead, [{ phone: '9199' }, sync], `client ${syncClient} another object`],

  [client.upsertLead, [], `client ${syncClient} undefined`],
  [client.upsertLead, [lead, sync], `client ${syncClient} another object`],
  [client.upsertLead, [sync], `lead must be ${leadExample}, not undefined`],
  [
    client.upsertLead,
    [sync, lead.fields],
    `lead.fields must be an object, as in ${leadExample}, not undefined`,
  ],
  [client.upsertLead, [sync, lead, null], 'options must be an object, not null'],
  [
    client.upsertLead,
    [sync, lead, { createOnly: ['status'] }],
    'createOnly must be an object of fields, not an array',
  ],

  [client.fetchFieldRules, [], `client ${syncClient} undefined`],
  [client.fetchFieldRules, [['city'], sync], `client ${syncClient} an array`],
  [client.fetchFieldRules, [sync], `${names}, not undefined`],
  [client.fetchFieldRules, [sync, 'city'], `${names}, not a string`],

  [client.ignoredValues, [], `${result}, not undefined`],
  [client.ignoredValues, [Promise.resolve(stored)], `${result}, not another object`],
  [client.ignoredValues, [null, lead], `${result}, not null`],
  [client.ignoredValues, [stored, lead, null], 'options must be an object, not null'],
  [client.ignoredValues, [stored, lead, { fieldRules: {} }], `${rules}, not an object`],
  [client.assertComplete, ['603d', lead], `${result}, not a string`],

  [client.createRateLimiter, [null], 'options must be an object'],
  [client.createRateLimiter, [3600], 'options must be an object'],
  [client.createRateLimiter, [{ requests: 'ten' }], 'requests must be at least 1, not NaN'],

  [client.customAction, [1001, 'note'], 'fields must be an object, not a string'],
  [client.isAction, [1001, { type: '1001' }], 'action.type must be text, not undefined'],
  [client.newOption, [], 'label must be text, not undefined'],
  [client.toEpochMs, [null], 'null is not a date'],
  [client.dateRange, [null, Date.now()], 'null is not a date'],
  [client.redact, [new Error('x')], 'text must be a string such as String(error), not an object'],

  [checks.checker, [], 'workspace must be the content of telecrm.workspace.json, not undefined'],
  [checks.checker, [{}, null], 'options must be an object, not null'],
  [checks.checker, [{}, { mode: 'error' }], "mode must be 'warn' or 'throw'"],
  [checks.fieldRules, [null], 'workspace must be the content of telecrm.workspace.json, not null'],
  [checks.toBeTakenBy, [lead, {}, 'Async'], "api must be 'sync' or 'async'"],
  [startSandbox, [null], 'options must be an object, not null'],
];

it.each(rows.map(([fn, args, message]) => [fn.name, message, fn, args] as const))(
  '%s: %s',
  async (_, message, fn, args) => {
    const error = await call(fn, args).then(
      () => undefined,
      (cause) => cause,
    );
    expect(error).toMatchObject({ message });
    expect(['TypeError', 'RangeError']).toContain(error.name);
  },
);

describe('an option of a client', () => {
  it.each([
    [{ fetch: 'x' }, 'fetch must be a function, not a string'],
    [{ check: {} }, 'check must be a function, not an object'],
    [{ logger: console }, 'logger must be a function, not an object'],
    [
      { rateLimit: { requests: 5 } },
      'rateLimit must be false or from createRateLimiter(), not an object',
    ],
    [{ rateLimit: true }, 'rateLimit must be false or from createRateLimiter(), not a boolean'],
    [{ retry: false }, 'retry must be an object such as { maxAttempts: 1 }, not a boolean'],
    [{ retry: { maxAttempts: 'x' } }, 'maxAttempts must be at least 0, not NaN'],
    [{ attemptTimeoutMs: '5s' }, 'attemptTimeoutMs must be at least 0, not NaN'],
    [{ totalTimeoutMs: -1 }, 'totalTimeoutMs must be at least 0, not -1'],
  ])('is checked when the client is created: %o', (options, message) => {
    for (const create of [client.createSyncClient, client.createAsyncClient, http.createSyncHttp]) {
      expect(() => Reflect.apply(create, undefined, [{ ...credentials, ...options }])).toThrow(
        message,
      );
    }
  });

  it('can be missing or turned off', () => {
    const options = { logger: false, check: undefined, fetch: null, retry: undefined };
    const create = () =>
      Reflect.apply(client.createSyncClient, undefined, [{ ...credentials, ...options }]);
    expect(create).not.toThrow();
  });
});

describe('an option of a call', () => {
  it.each([
    [null, 'options must be an object, not null'],
    ['x', 'options must be an object, not a string'],
    [{ signal: controller }, signal],
    [
      { waitSignal: controller },
      'waitSignal must be an AbortSignal such as controller.signal, not an object',
    ],
    [{ retry: 3 }, 'retry must be an object such as { maxAttempts: 1 }, not a number'],
    [{ retry: { maxAttempts: Number.NaN } }, 'maxAttempts must be at least 0, not NaN'],
  ])('is checked before anything is sent: %o', async (options, message) => {
    const network = startNetwork([200]);
    const sent = Reflect.apply(network.sync.getEnterpriseMetadata, undefined, [{}, options]);
    await expect(sent).rejects.toMatchObject({
      code: 'NOT_SENT',
      message: `getEnterpriseMetadata failed: ${message}`,
    });
    expect(network.sent).toEqual([]);
  });
});

it.each([
  [null, 'expected an object such as { body }, not null'],
  ['x', 'expected an object such as { body }, not a string'],
  [lead, 'unknown parameter "fields": expected an object such as { body }'],
])('an iterator reports a wrong input: %o', async (input, message) => {
  const all = call(sync.searchLeads.all, [input]);
  await expect(all).rejects.toThrow(`searchLeads failed: ${message}`);
});

it('ingestMany reports each lead without fields, sends the others, and does not stop', async () => {
  const network = startNetwork([200]);
  const wrong = [null, 'x', lead.fields, { fields: null }, ...Array(10).fill({})];
  const outcomes = await call(client.ingestMany, [network.async, [...wrong, lead]]);
  expect(outcomes).toHaveLength(15);
  expect(outcomes).toMatchObject([
    { ok: false, error: { code: 'NOT_SENT', message: expect.stringContaining('not null') } },
    { ok: false, error: { code: 'NOT_SENT', message: expect.stringContaining('not a string') } },
    { ok: false, error: { message: expect.stringContaining('lead.fields must be an object') } },
    ...Array(11).fill({ ok: false }),
    { ok: true },
  ]);
  expect(network.sent).toHaveLength(1);
});

it('ingestAndVerify does not send a lead whose identifier is null', async () => {
  const sent = call(client.ingestAndVerify, [async, sync, { fields: { phone: null } }]);
  await expect(sent).rejects.toThrow('The lead has no phone');
});

it('isTelecrmError finds nothing for null', async () => {
  const error = new client.TelecrmError('x', { code: 'X', origin: 'api' });
  expect(await call(client.isTelecrmError, [error, null])).toBe(false);
});
