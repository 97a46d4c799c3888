import type { WorkspaceDefinition } from '@telecrm/workspace';
import { describe, expect, it } from 'vitest';
import {
  checker,
  type LeadMatchers,
  type PartialBody,
  toBeTakenBy,
  WouldBeDroppedError,
} from '../src/check/index.ts';
import {
  createAsyncClient,
  createSyncClient,
  customAction,
  isTelecrmError,
  type LogEvent,
} from '../src/index.ts';
import { callsOf, optionsOf, useSandbox } from './sandbox.ts';

declare module 'vitest' {
  // Vitest declares it with these parameters.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends LeadMatchers<R> {}
}
expect.extend({ toBeTakenBy });

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

  it('warns and sends all the same', async () => {
    const events: LogEvent[] = [];
    const drops: PartialBody[] = [];
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

  it('checks what will be sent: actions in the form of the API, and of actions nothing else', async () => {
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

it('an invalid workspace file is refused when the check is made', () => {
  expect(() => checker({ customFields: 'none' })).toThrow('customFields');
});

it('toBeTakenBy says what would be dropped', () => {
  expect({ fields: { phone, budget: 10 }, actions: [{ type: 'ACTION_2001' }] }).toBeTakenBy(
    workspace,
  );
  expect({ fields: { phone }, actions: [{ type: '2001' }] }).toBeTakenBy(workspace, 'sync');
  expect(wrong).not.toBeTakenBy(workspace);
  expect(() => expect(wrong).toBeTakenBy(workspace)).toThrow(/it drops:\n- fields\.budget: .+/);
});
