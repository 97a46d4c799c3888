import { expect, it } from 'vitest';
import { createdLead, openDefault, timelineOf } from '../testing/open.ts';

async function lead() {
  const workspace = await openDefault();
  return { workspace, leadId: await createdLead(workspace) };
}

it('adds a call to the timeline at its time, with all of its values', async () => {
  const { workspace, leadId } = await lead();
  const event = {
    type: 'OUTGOING_CALL',
    created_on: '01/04/2026 10:30:00',
    performed_by: 'agent@company.com',
    duration: 42,
  };
  expect(await workspace.addTimelineEvent(leadId, event)).toMatchObject({ ok: true });
  expect(await timelineOf(workspace, leadId)).toMatchObject([
    {
      type: 'OUTGOING_CALL',
      duration: 42,
      creationTimestamp: Date.UTC(2026, 3, 1, 5),
      employeeid: 'agent@company.com',
    },
  ]);
});

it('uses the current time and no member by default', async () => {
  const { workspace, leadId } = await lead();
  await workspace.addTimelineEvent(leadId, { type: 'USER_NOTE', text: 'hi' });
  const [note] = await timelineOf(workspace, leadId);
  expect(note).toMatchObject({ employeeid: '', text: 'hi' });
  expect(note?.creationTimestamp).toBeGreaterThanOrEqual(Date.UTC(2026, 4, 1));
});

it('accepts custom actions and payments in the form of either API', async () => {
  const { workspace, leadId } = await lead();
  const payment = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '1' };
  for (const event of [
    { type: '1001', fields: { note: 'a' }, created_on: 5 },
    { type: 'ACTION_1001', fields: { note: 'b' }, created_on: 6 },
    { ...payment, created_on: 7 },
  ]) {
    expect(await workspace.addTimelineEvent(leadId, event)).toMatchObject({ ok: true });
  }
  expect(await timelineOf(workspace, leadId)).toMatchObject([
    payment,
    { type: '1001', fields: { note: 'b' } },
    { type: '1001', fields: { note: 'a' } },
  ]);
});

it.each<[unknown, string]>([
  [5, 'The event must be an object'],
  [{}, 'type must be a string, such as OUTGOING_CALL'],
  [
    { type: 'CALL_ACTION', created_on: 'x' },
    'created_on must be Unix time in milliseconds or a date',
  ],
  [
    { type: 'CALL_ACTION', created_on: -1 },
    'created_on must be Unix time in milliseconds or a date',
  ],
  [
    { type: 'CALL_ACTION', created_on: {} },
    'created_on must be Unix time in milliseconds or a date',
  ],
  [{ type: 'CALL_ACTION', performed_by: 5 }, 'performed_by must be an email address'],
  [{ type: 'CALL_ACTION', status: 'x' }, 'An event of this type cannot have `status`'],
  [{ type: 'CALL_ACTION', id: 'x' }, 'An event of this type cannot have `id`'],
  [{ type: '1001', fields: { email: 'x' } }, 'fields.email: Email is invalid: send an address'],
  [{ type: 'PAYMENT' }, 'fields.status: Status is required: send one of them, in capitals'],
  [{ type: 'ACTION_9' }, 'type: The workspace has no custom action `ACTION_9`'],
])('rejects %j', async (event, message) => {
  const { workspace, leadId } = await lead();
  const result = await workspace.addTimelineEvent(leadId, event);
  expect(result).toMatchObject({ ok: false, code: 'BAD_REQUEST' });
  expect(result).toHaveProperty('message', expect.stringContaining(message));
  expect(await timelineOf(workspace, leadId)).toEqual([]);
});

it('rejects an event that cannot be serialized to JSON', async () => {
  const { workspace, leadId } = await lead();
  let nested: unknown = [];
  for (let depth = 0; depth < 100_000; depth++) nested = [nested];
  expect(await workspace.addTimelineEvent(leadId, { type: 'CALL_ACTION', nested })).toMatchObject({
    code: 'BAD_REQUEST',
    message: 'The event must be nested at most 64 levels deep',
  });
  expect(await timelineOf(workspace, leadId)).toEqual([]);
});

it('does not find a lead that does not exist', async () => {
  const { workspace } = await lead();
  const event = { type: 'CALL_ACTION' };
  expect(await workspace.addTimelineEvent('x', event)).toMatchObject({ code: 'LEAD_NOT_FOUND' });
});
