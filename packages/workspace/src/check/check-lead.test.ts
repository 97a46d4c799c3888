import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiName, WorkspaceDefinition } from '../index.ts';
import { checkLead, createWorkspace, DefinitionError, deterministic } from '../index.ts';
import { actions, body, fields } from '../testing/arbitraries.ts';
import { fieldsOf, timelineOf } from '../testing/open.ts';

const phone = '919999999999';

it('reports each entry that would be dropped, with the reason and the fix', () => {
  const sent = {
    fields: { phone, rating: '3', City: 'Pune', name: '' },
    actions: [
      { type: '1001', fields: { note: 'a' } },
      { type: 'ACTION_1001', fields: { note: 'b' }, note: 'c' },
      { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount: '0' },
    ],
    tags: ['VIP'],
  };
  expect(checkLead({}, sent, 'async')).toEqual({
    accepted: true,
    dropped: [
      {
        field: 'fields.rating',
        reason: 'Rating must be between 1 and 5',
        fix: 'send a number, without quotes',
      },
      {
        field: 'fields.City',
        reason: '`City` is not a field of this workspace',
        fix: 'look up its API name in the list of fields',
      },
      {
        field: 'fields.name',
        reason: 'Name is empty',
        fix: 'leave it out instead of an empty string',
      },
      {
        field: 'tags',
        reason: '`tags` is ignored next to `fields` and `actions`',
        fix: 'send it as one of the `fields`',
      },
      {
        field: 'actions[0].type',
        reason: 'The Async API drops a bare code',
        fix: 'send `ACTION_1001`',
      },
      {
        field: 'actions[1].fields.note',
        reason: '`note` is ignored next to `type` and `fields`',
        fix: 'move it into `fields`',
      },
      {
        field: 'actions[2].fields.amount',
        reason: 'Amount must be greater than 0',
        fix: 'send an amount such as "5000"',
      },
    ],
    warnings: [],
    stored: { fields: { phone }, actions: [null, { type: '1001', fields: { note: 'b' } }, null] },
  });
});

it('warns about values that would be stored but are probably unintended', () => {
  const sent = {
    fields: { phone, contact_source: 'Websiet', assignee: 'nobody@company.com' },
    actions: [{ type: '1001', fields: { outcome: 'Perhaps' } }, { type: 'x' }],
  };
  const { warnings, stored } = checkLead({}, sent, 'sync');
  expect(warnings).toEqual([
    {
      field: 'fields.contact_source',
      reason: 'Contact source has no such option, so telecrm adds it as a new one',
      fix: 'did you mean "Website"?',
    },
    {
      field: 'fields.assignee',
      reason: 'Assignee is not a team member; what telecrm does with it is not known',
      fix: 'send the email address of a team member, such as jane.doe@example.com',
    },
    {
      field: 'actions[0].fields.outcome',
      reason: 'Outcome has no such option, so telecrm adds it as a new one',
      fix: 'send one of its options if it is not meant to be new',
    },
  ]);
  expect(stored?.fields).toEqual(sent.fields);
});

it('expects the types of custom actions in the form of each API', () => {
  const sent = (type: string) => ({ fields: { phone }, actions: [{ type }] });
  expect(checkLead({}, sent('1001'), 'sync').dropped).toEqual([]);
  expect(checkLead({}, sent('ACTION_1001'), 'async').dropped).toEqual([]);
  expect(checkLead({}, sent('ACTION_1001'), 'sync').dropped).toEqual([
    {
      field: 'actions[0].type',
      reason: 'The Sync API expects the bare code',
      fix: 'send `1001`',
    },
  ]);
});

it.each<[ApiName, string]>([
  ['async', 'so the whole lead is dropped'],
  ['sync', 'so the whole request is rejected'],
])('stores nothing without an identifier (%s)', (api, consequence) => {
  expect(checkLead({}, { fields: { Phone: phone } }, api)).toMatchObject({
    accepted: false,
    stored: null,
    dropped: [
      {
        field: 'fields.phone',
        reason: `The lead identifier \`phone\` is missing, ${consequence}`,
        fix: 'send `Phone` as `phone`',
      },
      { field: 'fields.Phone' },
    ],
  });
});

it('accepts the team members of the definition that are not deleted', () => {
  const member = { name: 'Ann', phone_number: '919999999999' };
  const definition = {
    customFields: [{ apiName: 'owner', type: 'activeUsers' }],
    teamMembers: [
      { ...member, email: 'Ann@example.com' },
      { ...member, email: 'gone@example.com', status: 'Deleted' },
    ],
  } as const satisfies WorkspaceDefinition;
  const check = (owner: string) => checkLead(definition, { fields: { phone, owner } }, 'sync');
  expect(check('ann@EXAMPLE.com').stored?.fields).toEqual({ phone, owner: 'Ann@example.com' });
  expect(check('gone@example.com').dropped).toMatchObject([{ field: 'fields.owner' }]);
});

it('throws for an invalid definition', () => {
  expect(() => checkLead({ dateFormat: 'DD/MM/YYYY' }, {}, 'sync')).toThrow(DefinitionError);
});

const definition: WorkspaceDefinition = {
  customFields: [
    { apiName: 'owner', type: 'activeUsers' },
    { apiName: 'contact_source', type: 'dropdown' },
    { apiName: 'interests', type: 'tags' },
    { apiName: 'deal_size', type: 'number' },
    { apiName: 'follow_up_date', type: 'date' },
  ],
};

/** Bodies of requests, most of which have an identifier. */
const request = fc.oneof(
  body,
  fc
    .record({ fields, actions })
    .map((sent) => ({ ...sent, fields: { ...(sent.fields as object), phone } })),
);

describe('the check has the same verdict as the workspace', () => {
  it('for the Async API', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (sent) => {
        const workspace = await createWorkspace({ definition, ...deterministic() });
        const { lead_id, remarks } = await workspace.ingest(sent);
        const check = checkLead(definition, sent, 'async');
        expect(check.accepted).toBe(lead_id !== null);
        const toPresentTense = (text: string) =>
          text.replace('lead was dropped', 'lead is dropped');
        expect(check.dropped.map(({ field, reason, fix }) => [field, `${reason}: ${fix}`])).toEqual(
          remarks.map(({ field, remark }) => [field, toPresentTense(remark)]),
        );
        if (lead_id === null) expect(check.stored).toBeNull();
        else await expectStored(workspace, lead_id, check.stored);
      }),
      { numRuns: 500 },
    );
  });

  it('for the Sync API', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (sent) => {
        const workspace = await createWorkspace({ definition, ...deterministic() });
        const created = await workspace.operations.createLead({ body: sent });
        const check = checkLead(definition, sent, 'sync');
        expect(check.accepted).toBe(created.ok);
        if (!created.ok) {
          expect(check.stored).toBeNull();
          return;
        }
        const { remarks, lead_id } = created.data;
        expect(check.dropped.map(({ field }) => field)).toEqual(remarks.map(({ field }) => field));
        await expectStored(workspace, lead_id, check.stored);
      }),
      { numRuns: 500 },
    );
  });
});

async function expectStored(
  workspace: Awaited<ReturnType<typeof createWorkspace>>,
  leadId: string,
  stored: ReturnType<typeof checkLead>['stored'],
): Promise<void> {
  expect(stored?.fields).toEqual(await fieldsOf(workspace, leadId));
  const timeline = (await timelineOf(workspace, leadId)).map(
    ({ id: _, creationTimestamp: _c, modificationTimestamp: _m, employeeid: _e, ...action }) =>
      action,
  );
  expect(stored?.actions.filter((action) => action !== null)).toEqual(timeline.reverse());
}
