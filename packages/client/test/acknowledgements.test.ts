/** Observed responses of the Async API, and how the client reads them. */

import { describe, expect, it } from 'vitest';
import { findLead } from '../src/index.ts';
import { callsOf, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const body = { fields: { phone: '919999999999' } };

it('the documented response is reported as documented', async () => {
  expect(await sandbox.async.createOrUpdateLead({ body })).toEqual({
    status: 'QUEUED',
    documented: true,
    raw: { status: 'QUEUED' },
  });
});

describe('another response that confirms is not a failure', () => {
  it.each([
    ['text', 'OK', 'text/plain', undefined],
    ['another object', { result: 'Accepted' }, 'application/json', undefined],
    ['another status', { status: 'SUCCESS' }, 'application/json', 'SUCCESS'],
    [
      'that of older servers',
      { status: 'SUCCESS', modifiedLeadIds: ['603d'], errorString: '', uniqueIdentifier: 'phone' },
      'application/json',
      'SUCCESS',
    ],
    ['a word in JSON', '"OK"', 'application/json', undefined],
    ['a word with white space', ' ok\n', 'text/plain', undefined],
    ['a success', { success: true }, 'application/json', undefined],
    ['a message', { message: 'Success.' }, 'application/json', undefined],
    ['nothing', '', 'text/plain', undefined],
  ])('when it is %s', async (_, responseBody, contentType, status) => {
    await sandbox.fail({ status: 200, body: responseBody, contentType });
    const acknowledgement = await sandbox.async.createOrUpdateLead({ body });
    const raw = responseBody === '"OK"' ? 'OK' : responseBody;
    expect(acknowledgement).toEqual({ status, documented: false, raw });
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(1);
  });

  it('when it is a 204 without a body', async () => {
    await sandbox.fail({ status: 204 });
    expect(await sandbox.async.createOrUpdateLead({ body })).toEqual({
      status: undefined,
      documented: false,
      raw: '',
    });
  });

  it('and is also a success under try', async () => {
    await sandbox.fail({ status: 200, body: 'OK' });
    expect(await sandbox.async.try.createOrUpdateLead({ body })).toMatchObject({
      ok: true,
      data: { documented: false },
      response: { status: 200 },
    });
  });
});

describe('a 2xx without a confirmation is an error, and the call may have happened', () => {
  it.each([
    ['an HTML page', '<!doctype html><h1>OK</h1>', 'text/html'],
    ['text', 'Please log in', 'text/plain'],
    ['an empty object', {}, 'application/json'],
    ['an object of something else', { data: [], count: 0 }, 'application/json'],
    ['a list', ['OK'], 'application/json'],
    ['an empty list', [], 'application/json'],
    ['null', 'null', 'application/json'],
    ['a number', '1', 'application/json'],
  ])('%s', async (_, responseBody, contentType) => {
    await sandbox.fail({ status: 200, body: responseBody, contentType });
    expect(await sandbox.async.try.createOrUpdateLead({ body })).toMatchObject({
      ok: false,
      error: { code: 'UNEXPECTED_ANSWER', origin: 'client', status: 200, mayHaveHappened: true },
    });
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(1);
  });
});

describe('a 200 that reports a failure is an error', () => {
  it.each([
    [{ status: 'error', errorString: 'phone is invalid' }, 'NOT_ACCEPTED', 'phone is invalid'],
    [{ status: 'ERROR', message: 'no' }, 'NOT_ACCEPTED', 'no'],
    [{ status: 'failed' }, 'NOT_ACCEPTED', 'failed'],
    [{ status: 'QUEUED', error: 'no lead' }, 'NOT_ACCEPTED', 'no lead'],
    [{ error: 'nope' }, 'NOT_ACCEPTED', 'nope'],
    [{ success: false }, 'NOT_ACCEPTED', 'it was not accepted'],
    [{ success: 'false', message: 'no' }, 'NOT_ACCEPTED', 'no'],
    [{ ok: false, status: 'OK' }, 'NOT_ACCEPTED', 'OK'],
    [{ status: 'SUCCESS', errorString: 'no lead' }, 'NOT_ACCEPTED', 'no lead'],
    [{ result: 'Rejected' }, 'NOT_ACCEPTED', 'Rejected'],
    [{ error: { code: 'BAD_REQUEST', message: 'No.' } }, 'BAD_REQUEST', 'No.'],
  ])('%j', async (responseBody, code, message) => {
    await sandbox.fail({ status: 200, body: responseBody });
    const error = sandbox.async.createOrUpdateLead({ body });
    await expect(error).rejects.toMatchObject({ status: 200, code });
    await expect(error).rejects.toThrow(message);
    await expect(error).rejects.toHaveProperty('body');
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(1);
  });
});

describe('on the Sync API, whose responses contain the outcome,', () => {
  it.each([
    ['HTML', '<!doctype html>', 'text/html'],
    ['text', 'OK', 'text/plain'],
    ['nothing', '', 'text/plain'],
    ['null', 'null', 'application/json'],
    ['half of JSON', '{"lead_id":', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['an empty object', '{}', 'application/json'],
    ['another object', '{"status":"QUEUED"}', 'application/json'],
  ])('a 200 with %s is a failure that may have happened', async (_, responseBody, contentType) => {
    await sandbox.fail({ operationId: 'createLead', status: 201, body: responseBody, contentType });
    const tried = await sandbox.sync.try.createLead({ body });
    expect(tried).toMatchObject({
      ok: false,
      error: { code: 'UNEXPECTED_ANSWER', status: 201, mayHaveHappened: true },
    });
    expect(await callsOf(sandbox, 'createLead')).toBe(1);
  });

  it('a 204 is one as well', async () => {
    await sandbox.fail({ operationId: 'createLead', status: 204 });
    await expect(sandbox.sync.createLead({ body })).rejects.toMatchObject({
      code: 'UNEXPECTED_ANSWER',
      status: 204,
    });
  });

  it('so is a read without its list, and it has changed nothing', async () => {
    await sandbox.fail({ operationId: 'searchLeads', status: 200, body: { data: null } });
    expect(await sandbox.sync.try.searchLeads({ body: {} })).toMatchObject({
      ok: false,
      error: { code: 'UNEXPECTED_ANSWER', mayHaveHappened: false },
    });
  });

  it.each([{}, { success: false }, { status: 'error', message: 'no' }])(
    'so is %j, which is neither a lead nor an empty list',
    async (answer) => {
      const reads: [operationId: string, read: () => Promise<unknown>][] = [
        ['getLead', () => sandbox.sync.getLead({ leadId: 'x' })],
        ['getLead', () => sandbox.sync.getLead.all({ leadId: 'x' }).next()],
        ['getAction', () => sandbox.sync.getAction({ leadId: 'x', actionId: 'y' })],
        ['searchLeads', () => sandbox.sync.searchLeads.all({ body: {} }).next()],
        ['searchLeads', () => findLead(sandbox.sync, { phone: '919999999999' })],
        ['listTeamMembers', () => sandbox.sync.listTeamMembers.all().next()],
        ['listCustomFields', () => sandbox.sync.listCustomFields()],
        ['getCustomField', () => sandbox.sync.getCustomField({ apiName: 'phone' })],
        ['listCustomActions', () => sandbox.sync.listCustomActions()],
        ['getCustomAction', () => sandbox.sync.getCustomAction({ code: 'ACTION_1001' })],
        ['getTeamMember', () => sandbox.sync.getTeamMember({ email: 'agent@company.com' })],
        ['getEnterpriseMetadata', () => sandbox.sync.getEnterpriseMetadata()],
      ];
      for (const [operationId, read] of reads) {
        await sandbox.fail({ operationId, status: 200, body: answer });
        await expect(read(), operationId).rejects.toMatchObject({
          ...{ operationId, code: 'UNEXPECTED_ANSWER', mayHaveHappened: false },
        });
      }
    },
  );

  it('so is a 200 with an error envelope', async () => {
    const responseBody = { error: { code: 'NOT_AUTHORIZED', message: 'No.' } };
    await sandbox.fail({ status: 200, body: responseBody });
    await expect(sandbox.sync.getEnterpriseMetadata()).rejects.toMatchObject({
      code: 'NOT_AUTHORIZED',
      message: 'No.',
    });
  });
});
