import { describe, expect, it } from 'vitest';
import { findLead } from '../../src/index.ts';
import { callsOf, createLead, useSandbox } from '../support/sandbox.ts';

const sandbox = useSandbox();

describe('a lead is found', () => {
  it.each(['919876543210', '+91 98765 43210', '9876543210'])('by its phone, %s', async (phone) => {
    const leadId = await createLead(sandbox);
    expect(await findLead(sandbox.sync, { phone })).toMatchObject({ id: leadId });
    expect(await callsOf(sandbox, 'searchLeads')).toBe(1);
  });

  it('by several values', async () => {
    const leadId = await createLead(sandbox);
    const values = { phone: '919876543210', name: 'Jane Doe' };
    expect(await findLead(sandbox.sync, values)).toMatchObject({ id: leadId });
  });
});

it('a lead that does not exist is undefined', async () => {
  await createLead(sandbox);
  expect(await findLead(sandbox.sync, { phone: '919876543211' })).toBeUndefined();
});

it('several leads are an error', async () => {
  await createLead(sandbox, '919876543210');
  await createLead(sandbox, '919876543211');
  await expect(findLead(sandbox.sync, { name: 'Jane Doe' })).rejects.toMatchObject({
    code: 'LEAD_NOT_IDENTIFIED',
    message: 'Several leads have this name',
  });
});

it.each([null, 'a lead', {}, { id: 'a' }, { id: 'a', fields: null }])(
  'a response with %j instead of a lead is an error',
  async (row) => {
    const body = { data: [row], total_count: 1, skip: 0, limit: 10 };
    await sandbox.fail({ operationId: 'searchLeads', status: 200, body });
    await expect(findLead(sandbox.sync, { phone: '919876543210' })).rejects.toMatchObject({
      ...{ name: 'TelecrmError', code: 'UNEXPECTED_ANSWER', operationId: 'searchLeads' },
    });
  },
);

it.each([{}, '919876543211', null])(
  'a search by %j instead of values is rejected',
  async (values) => {
    await expect(findLead(sandbox.sync, values as never)).rejects.toThrow(
      "findLead needs values by field name, such as { phone: '919999999999' }",
    );
  },
);
