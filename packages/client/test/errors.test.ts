/** The properties of errors. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  createSyncClient,
  isTelecrmError,
  type LogEvent,
  type SyncClient,
  TelecrmError,
} from '../src/index.ts';
import { createLead, optionsOf, useSandbox } from './support/sandbox.ts';
import { startServer } from './support/server.ts';

const sandbox = useSandbox();
const missing = { leadId: '603d2b2f9b1e8a001c8e4fff' };

it('an error has the status, code, message and operation, and whether the spec lists it', async () => {
  const error = await sandbox.sync.getLead(missing).catch((reason) => reason);
  expect(error).toBeInstanceOf(TelecrmError);
  expect(error).toMatchObject({
    name: 'TelecrmError',
    status: 404,
    code: 'LEAD_NOT_FOUND',
    message: expect.stringContaining(missing.leadId),
    operationId: 'getLead',
    documented: true,
    mayHaveHappened: false,
    origin: 'api',
  });
});

it('an error lists the invalid fields', async () => {
  const member = { name: 'A', email: 'a@b.co', phone_number: '919999999999', role: 'BOSS' };
  // @ts-expect-error there is no such role
  const tried = await sandbox.sync.try.createTeamMember({ body: member });
  expect(tried).toMatchObject({ ok: false, error: { details: [{ field: 'role' }] } });
});

it('an error has the ID of the request, if there is one', async () => {
  const body = { error: { code: 'BAD_REQUEST', message: 'No.' } };
  await using server = await startServer(() => ({
    status: 400,
    headers: { 'X-Request-Id': 'r-17' },
    body,
  }));
  const error = await clientOf(server.url)
    .getLead(missing)
    .catch((reason) => reason);
  expect(error).toMatchObject({ requestId: 'r-17', body });
});

describe('isTelecrmError', () => {
  it('recognizes a TelecrmError', async () => {
    const error = await sandbox.sync.getLead(missing).catch((reason) => reason);
    expect(isTelecrmError(error)).toBe(true);
    for (const other of [new Error('x'), undefined, null, 'x', { code: 'LEAD_NOT_FOUND' }]) {
      expect(isTelecrmError(other)).toBe(false);
    }
  });

  it('recognizes a code', async () => {
    const error = await sandbox.sync.getLead(missing).catch((reason) => reason);
    expect(isTelecrmError(error, 'LEAD_NOT_FOUND')).toBe(true);
    expect(isTelecrmError(error, 'LEAD_ALREADY_EXISTS')).toBe(false);
  });

  it('recognizes only what an operation documents', async () => {
    const error = await sandbox.sync.getLead(missing).catch((reason) => reason);
    expect(isTelecrmError(error, { operation: 'getLead' })).toBe(true);
    expect(isTelecrmError(error, { operation: 'updateLead' })).toBe(false);
    await sandbox.fail({ status: 403, body: { error: { code: 'INVALID_LEAD', message: 'x' } } });
    const other = await sandbox.sync.getLead(missing).catch((reason) => reason);
    expect(other.status).toBe(403);
    expect(isTelecrmError(other, { operation: 'getLead' })).toBe(false);
  });

  it('does not mistake a network error for a documented one', async () => {
    await sandbox.fail({ drop: 'before' });
    const error = await sandbox.sync.getLead(missing).catch((reason) => reason);
    expect(isTelecrmError(error, 'NETWORK')).toBe(true);
    expect(isTelecrmError(error, { operation: 'getLead' })).toBe(false);
  });
});

describe('a call that cannot be made', () => {
  it.each([
    ['an unknown parameter', { leadID: 'x' }],
    ['fields outside the body', { fields: { phone: '1' } }],
    ['no ID', {}],
    ['a blank ID', { leadId: ' ' }],
  ])('because of %s rejects with the reason', async (_, input) => {
    // @ts-expect-error not the input of getLead
    const error = await sandbox.sync.getLead(input).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'NOT_SENT', operationId: 'getLead' });
    expect(error).toHaveProperty('cause');
  });

  it('because its body is not valid JSON, rejects with the reason', async () => {
    const fields: Record<string, string | number> & { phone: string } = { phone: '1' };
    Object.assign(fields, { fields });
    const tried = await sandbox.sync.try.createLead({ body: { fields } });
    expect(tried).toMatchObject({ ok: false, error: { code: 'NOT_SENT' } });
  });

  it('because there is no token, rejects with the reason', async () => {
    const token = () => Promise.reject(new Error('the vault is sealed'));
    const client = createSyncClient({ ...options(), token });
    await expect(client.getEnterpriseMetadata()).rejects.toMatchObject({
      code: 'NOT_SENT',
      message: 'getEnterpriseMetadata failed: the vault is sealed',
      mayHaveHappened: false,
    });
  });
});

describe('try', () => {
  it('never rejects, even if the input is missing', async () => {
    await sandbox.fail({ drop: 'before' });
    // @ts-expect-error the input is missing
    const results = [await sandbox.sync.try.getLead(), await sandbox.sync.try.getLead(missing)];
    for (const result of results) expect(result.ok).toBe(false);
  });

  it('resolves with the data and the response', async () => {
    const leadId = await createLead(sandbox);
    const tried = await sandbox.sync.try.getLead({ leadId });
    if (!tried.ok) throw tried.error;
    expect(tried.data.fields.name).toBe('Jane Doe');
    expect(tried.response.status).toBe(200);
  });
});

describe('the token', () => {
  it('is not in any printed form of an error', async () => {
    const { TELECRM_SYNC_TOKEN: token } = sandbox.env;
    const errors = [
      await failureWith({ status: 500, body: { error: { code: 'X', message: `bad ${token}` } } }),
      await failureWith({ status: 200, body: `<p>${token}</p>`, contentType: 'text/html' }),
      await failureWith({ drop: 'before' }),
      await failureWith({ status: 401 }),
    ];
    for (const error of errors) {
      const printed = [
        inspect(error, { depth: 9, showHidden: true }),
        JSON.stringify(error),
        String(error.stack),
        JSON.stringify(error.body),
      ].join('\n');
      expect(printed).toContain(error.code);
      expect(printed).not.toContain(token);
    }
  });

  it('is not in any event of the logger, and neither is personal data', async () => {
    const { TELECRM_SYNC_TOKEN: token } = sandbox.env;
    const events: LogEvent[] = [];
    const client = createSyncClient({ ...options(), logger: (event) => events.push(event) });
    await sandbox.fail({ status: 500, times: 1 });
    await client.try.getTeamMember({ email: 'jane.doe@example.com' });
    await client.try.createLead({ body: { fields: { phone: '919876543210' } } });
    expect(events.map(({ type }) => type)).toEqual(['RESPONSE', 'RETRY', 'RESPONSE', 'RESPONSE']);
    const printed = JSON.stringify(events);
    for (const secret of [token, 'jane', '919876543210']) expect(printed).not.toContain(secret);
  });
});

it('a logger that throws does not fail the call', async () => {
  const client = createSyncClient({
    ...options(),
    logger() {
      throw new Error('disk full');
    },
  });
  await expect(client.getEnterpriseMetadata()).resolves.toHaveProperty('id');
});

it('an error can be stored', async () => {
  const error = await sandbox.sync.getLead(missing).catch((reason) => reason);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'TelecrmError',
    message: error.message,
    code: 'LEAD_NOT_FOUND',
    origin: 'api',
    status: 404,
    operationId: 'getLead',
    documented: true,
    requestId: null,
    mayHaveHappened: false,
  });
});

async function failureWith(fault: object) {
  await sandbox.fail(fault);
  const tried = await sandbox.sync.try.getLead(missing);
  if (tried.ok) throw new Error('expected a failure');
  return tried.error;
}

function options() {
  return { ...optionsOf(sandbox, 'sync'), retry: { backoffMs: 2 } };
}

function clientOf(baseUrl: string): SyncClient {
  return createSyncClient({ ...options(), baseUrl, fetch });
}
