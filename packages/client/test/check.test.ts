import type { WorkspaceDefinition } from '@telecrm/workspace';
import { describe, expect, it } from 'vitest';
import { type CheckedBody, checker, WouldBeDroppedError } from '../src/check/index.ts';
import '../src/check/vitest.ts';
import {
  createAsyncClient,
  createSyncClient,
  customAction,
  isTelecrmError,
  type LogEvent,
  type UpdateActionRequest,
} from '../src/index.ts';
import { callsOf, optionsOf, useSandbox } from './support/sandbox.ts';

const workspace: WorkspaceDefinition = {
  customFields: [{ apiName: 'budget', type: 'number' }],
  customActions: [
    { code: 'ACTION_2001', displayName: 'Visit', fieldSchema: { note: { type: 'text' } } },
  ],
};
const phone = '919999999999';
const wrong = { fields: { phone, budget: 'ten' } };

describe('a client with a check', () => {
  const sandbox = useSandbox({ workspace });

  it('throws before anything is sent, with the list', async () => {
    const check = checker(workspace, { mode: 'throw' });
    const ingest = createAsyncClient({ ...optionsOf(sandbox, 'async'), check });
    const error = await ingest.createOrUpdateLead({ body: wrong }).catch((reason) => reason);
    expect(error).toBeInstanceOf(WouldBeDroppedError);
    expect(isTelecrmError(error, 'WOULD_BE_DROPPED')).toBe(true);
    expect(error).toMatchObject({ operationId: 'createOrUpdateLead', mayHaveHappened: false });
    expect(error.dropped).toMatchObject([{ field: 'fields.budget' }]);
    expect(error.message).toContain('fields.budget');
    expect(`${error.message}${JSON.stringify(error)}`).not.toContain(phone);
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(0);
    expect(await ingest.try.createOrUpdateLead({ body: wrong })).toMatchObject({ ok: false });
  });

  it('warns and sends anyway', async () => {
    const events: LogEvent[] = [];
    const drops: CheckedBody[] = [];
    const ingest = createAsyncClient({
      ...optionsOf(sandbox, 'async'),
      logger: (event) => events.push(event),
      check: checker(workspace, { onDrop: (drop) => drops.push(drop) }),
    });
    await ingest.createOrUpdateLead({ body: wrong });
    expect(events.map(({ type }) => type)).toEqual(['WOULD_BE_DROPPED', 'RESPONSE']);
    expect(drops).toMatchObject([
      { api: 'async', operationId: 'createOrUpdateLead', dropped: [{ field: 'fields.budget' }] },
    ]);
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(1);
  });

  it('checks only the sent body, with actions in the form of the API', async () => {
    const check = checker(workspace, { mode: 'throw' });
    const telecrm = createSyncClient({ ...optionsOf(sandbox, 'sync'), check });
    const { lead_id } = await telecrm.createLead({ body: { fields: { phone } } });
    const wrongField = [customAction(2001, { nte: 'x' })];
    await expect(
      telecrm.createActions({ leadId: lead_id, body: { actions: wrongField } }),
    ).rejects.toMatchObject({
      code: 'WOULD_BE_DROPPED',
      dropped: [{ field: 'actions[0].fields.nte' }],
    });
    const { actions } = await telecrm.createActions({
      leadId: lead_id,
      body: { actions: [customAction(2001, { note: 'x' })] },
    });
    expect(actions).toHaveLength(1);
    await telecrm.updateLead({ leadId: lead_id, body: { fields: { name: '' } } });
  });
});

describe('an update', () => {
  const sandbox = useSandbox({ workspace });
  const check = checker(workspace, { mode: 'throw' });
  const drop = (field: string) => ({ code: 'WOULD_BE_DROPPED', dropped: [{ field }] });

  it('of a lead is checked, and can still clear a field', async () => {
    const telecrm = createSyncClient({ ...optionsOf(sandbox, 'sync'), check });
    const { lead_id: leadId } = await telecrm.createLead({ body: { fields: { phone } } });
    const update = (fields: Record<string, string>) =>
      telecrm.updateLead({ leadId, body: { fields } });
    await expect(update({ budget: 'ten' })).rejects.toMatchObject(drop('fields.budget'));
    await expect(update({ bugdet: '10' })).rejects.toMatchObject(drop('fields.bugdet'));
    await expect(update({ phone })).rejects.toMatchObject(drop('fields.phone'));
    expect(await callsOf(sandbox, 'updateLead')).toBe(0);
    await update({ name: '' });
    expect(await callsOf(sandbox, 'updateLead')).toBe(1);
  });

  it('of an action is checked', async () => {
    const telecrm = createSyncClient({ ...optionsOf(sandbox, 'sync'), check });
    const actions = [customAction(2001, { note: 'x' })];
    const { lead_id: leadId, actions: created } = await telecrm.createLead({
      body: { fields: { phone }, actions },
    });
    const actionId = created?.[0]?.action_id ?? '';
    const update = (body: UpdateActionRequest) => telecrm.updateAction({ leadId, actionId, body });
    const wrong = update({ type: '2001', fields: { nte: 'y' } });
    await expect(wrong).rejects.toMatchObject(drop('fields.nte'));
    await expect(update({ type: '2002' })).rejects.toMatchObject(drop('type'));
    await update({ type: '2001', fields: { note: 'y' } });
    expect(await callsOf(sandbox, 'updateAction')).toBe(1);
  });
});

describe('what would be stored but is probably unintended', () => {
  const sandbox = useSandbox();

  it('is passed to onWarning and is never an error', async () => {
    const warned: CheckedBody[] = [];
    const check = checker({}, { mode: 'throw', onWarning: (body) => warned.push(body) });
    const telecrm = createSyncClient({ ...optionsOf(sandbox, 'sync'), check });
    const fields = { phone, contact_source: 'Websiet', assignee: 'nobody@company.com' };
    const { lead_id: leadId } = await telecrm.createLead({ body: { fields } });
    await telecrm.updateLead({ leadId, body: { fields: { contact_source: 'Website' } } });
    await telecrm.updateLead({ leadId, body: { fields: { contact_source: 'Refferal' } } });
    const outcome = { type: '1001', fields: { outcome: 'Perhaps' } } as const;
    await telecrm.createActions({ leadId, body: { actions: [outcome] } });
    expect(
      warned.map(({ operationId, warnings }) => [operationId, warnings.map(({ field }) => field)]),
    ).toEqual([
      ['createLead', ['fields.contact_source', 'fields.assignee']],
      ['updateLead', ['fields.contact_source']],
      ['createActions', ['actions[0].fields.outcome']],
    ]);
    expect(warned[0]?.warnings[0]?.fix).toBe('did you mean "Website"?');
  });

  it('is not sent if onWarning throws', async () => {
    const onWarning = () => {
      throw new Error('no new options');
    };
    const check = checker({}, { onWarning });
    const ingest = createAsyncClient({ ...optionsOf(sandbox, 'async'), check });
    const body = { fields: { phone, contact_source: 'Websiet' } };
    await expect(ingest.createOrUpdateLead({ body })).rejects.toMatchObject({
      code: 'NOT_SENT',
      message: expect.stringContaining('no new options'),
    });
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(0);
  });
});

it('an invalid workspace file is rejected when the check is created', () => {
  expect(() => checker({ customFields: 'none' })).toThrow('customFields');
});

it('toBeTakenBy lists what would be dropped', () => {
  expect({ fields: { phone, budget: 10 }, actions: [{ type: 'ACTION_2001' }] }).toBeTakenBy(
    workspace,
  );
  expect({ fields: { phone }, actions: [{ type: '2001' }] }).toBeTakenBy(workspace, 'sync');
  expect(wrong).not.toBeTakenBy(workspace);
  expect(() => expect(wrong).toBeTakenBy(workspace)).toThrow(/it drops:\n- fields\.budget: .+/);
});
