import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OperationId, Workspace } from '../index.ts';
import { getOwn, isObject } from '../json/json.ts';
import { actions, body, fields } from '../testing/arbitraries.ts';
import { expectSuccess, open, openDefault } from '../testing/open.ts';
import { violations } from '../testing/spec.ts';

const runs = { numRuns: 300 };
const leadId = '603d2b2f9b1e8a001c8e4f5c';

/** The fields sent, by name. */
function sentFields(sent: unknown): string[] {
  const inner = getOwn(sent, 'fields');
  return isObject(inner) ? Object.keys(inner) : [];
}

it('every response to any JSON conforms to the spec', async () => {
  const shared = await openDefault();
  const bodies: Partial<Record<OperationId, (o: Workspace['operations'], b: unknown) => unknown>> =
    {
      createLead: (o, b) => o.createLead({ body: b }),
      updateLead: (o, b) => o.updateLead({ path: { leadId }, body: b }),
      searchLeads: (o, b) => o.searchLeads({ body: b }),
      createActions: (o, b) => o.createActions({ path: { leadId }, body: b }),
      updateAction: (o, b) =>
        o.updateAction({ path: { leadId, actionId: '603d2b2f9b1e8a001c8e4f5d' }, body: b }),
      searchActions: (o, b) => o.searchActions({ path: { leadId }, body: b }),
      createTeamMember: (o, b) => o.createTeamMember({ body: b }),
      updateTeamMemberAvailability: (o, b) => o.updateTeamMemberAvailability({ body: b }),
    };
  const all = Object.keys(bodies) as (keyof typeof bodies)[]; // The keys of the object above.
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...all), body, async (id, sent) => {
      const result = await bodies[id]?.(shared.operations, sent);
      expect(
        violations(id, result as Awaited<ReturnType<typeof shared.operations.createLead>>),
      ).toEqual([]);
    }),
    { numRuns: 1500 },
  );
  const query = { includeActions: true, limit: 100 };
  const lead = await shared.operations.getLead({ path: { leadId }, query });
  expect(violations('getLead', lead)).toEqual([]);
  expect(violations('searchLeads', await shared.operations.searchLeads({ body: {} }))).toEqual([]);
});

it('every part of a created lead is either stored or named in a remark', async () => {
  await fc.assert(
    fc.asyncProperty(fields, actions, async (extra, entries) => {
      const { operations } = await open();
      const sent = { fields: { ...(extra as object), phone: '919999999999' }, actions: entries };
      const written = await expectSuccess(operations.createLead({ body: sent }));
      const { fields: stored } = await expectSuccess(
        operations.getLead({ path: { leadId: written.lead_id } }),
      );
      const dropped = written.remarks
        .filter(({ field }) => field.startsWith('fields.'))
        .map(({ field }) => field.slice('fields.'.length));
      expect([...Object.keys(stored), ...dropped].sort()).toEqual(sentFields(sent).sort());
      for (const [index, result] of written.actions.entries()) {
        const remarked = written.remarks.some(({ field }) => field.startsWith(`actions[${index}]`));
        expect(result.status === 'CREATED' || remarked).toBe(true);
      }
      expect(written.actions).toHaveLength(entries.length);
    }),
    runs,
  );
});

it('an ingestion never throws, and gives a reason for each dropped part', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      const { ingest, operations } = await open();
      const { outcome, lead_id, remarks, actions: results } = await ingest(sent);
      const dropped = new Set(remarks.map(({ field }) => field));
      if (lead_id === null) {
        expect(outcome).toBe('DROPPED');
        expect(remarks.length).toBeGreaterThan(0);
      } else {
        const { fields: stored } = await expectSuccess(
          operations.getLead({ path: { leadId: lead_id } }),
        );
        for (const name of sentFields(sent)) {
          expect(Object.hasOwn(stored, name) || dropped.has(`fields.${name}`)).toBe(true);
        }
      }
      for (const [index, { status }] of results.entries()) {
        const hasRemark = [...dropped].some((field) => field.startsWith(`actions[${index}]`));
        expect(status === 'CREATED' || hasRemark || outcome === 'DROPPED').toBe(true);
      }
      const lost = results.some(({ status }) => status === 'IGNORED');
      expect(outcome === 'PARTIAL').toBe(lost && lead_id !== null);
    }),
    runs,
  );
});

it('a created lead is returned with exactly the accepted values', async () => {
  const accepted = fc.record(
    {
      name: fc.string({ minLength: 1 }),
      rating: fc.integer({ min: 1, max: 5 }),
      deal_size: fc.double({ noNaN: true, noDefaultInfinity: true }).map((size) => size + 0),
      follow_up_date: fc.integer({ min: 0, max: 4e12 }),
      interests: fc.array(fc.string({ minLength: 1 })),
      status: fc.constantFrom('Fresh', 'Won'),
      contact_source: fc.string({ minLength: 1 }).filter((label) => label.trim() !== ''),
      email: fc.emailAddress({ size: 'small' }).filter((address) => /^[\w.@-]+$/.test(address)),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(accepted, async (values) => {
      const { operations } = await open();
      const sent = { ...values, phone: '919999999999' };
      const { lead_id, remarks } = await expectSuccess(
        operations.createLead({ body: { fields: sent } }),
      );
      expect(remarks).toEqual([]);
      const read = await expectSuccess(operations.getLead({ path: { leadId: lead_id } }));
      expect(read.fields).toEqual(sent);
    }),
    runs,
  );
});

it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])(
  'treats %s as an ordinary unknown key everywhere, and changes no prototype',
  async (name) => {
    const { operations, ingest, addTimelineEvent } = await openDefault();
    const nested = `{"${name}":{"polluted":1}}`;
    const text = `{"fields":{"phone":"919999999999","${name}":{"polluted":1}},"${name}":{"polluted":1},
      "actions":[{"type":"1001","fields":${nested}},${nested}]}`;
    const { remarks } = await expectSuccess(operations.createLead({ body: JSON.parse(text) }));
    expect(remarks.map(({ field }) => field)).toEqual([
      `fields.${name}`,
      name,
      `actions[0].fields.${name}`,
      'actions[1].type',
    ]);
    await ingest(JSON.parse(text));
    await operations.searchLeads({ body: { fields: JSON.parse(nested) } });
    await addTimelineEvent(leadId, { type: 'CALL_ACTION', ...JSON.parse(nested) });
    await operations.getLead({ path: { leadId }, query: { includeActions: true } });
    expect({}).not.toHaveProperty('polluted');
  },
);

it.each(['__proto__', 'constructor', 'prototype'])(
  'stores the value of a field of the name %s, of a lead and of an action',
  async (name) => {
    const action = { code: 'ACTION_7', displayName: 'Visit' };
    const fieldSchema = JSON.parse(`{"${name}":{"type":"text"}}`);
    const { operations } = await open({
      customFields: [{ apiName: name, type: 'text' }],
      customActions: [{ ...action, fieldSchema }],
    });
    const values = `"${name}":"x"`;
    const sent = `{"fields":{"phone":"919999999999",${values}},"actions":[{"type":"7","fields":{${values}}}]}`;
    const { lead_id, remarks } = await expectSuccess(
      operations.createLead({ body: JSON.parse(sent) }),
    );
    expect(remarks).toEqual([]);
    const lead = await expectSuccess(
      operations.getLead({ path: { leadId: lead_id }, query: { includeActions: true } }),
    );
    expect(JSON.stringify(lead.fields)).toContain(values);
    expect(JSON.stringify(lead.actions)).toContain(values);
    expect({}).not.toHaveProperty('x');
  },
);

it('adds a remark for each of a hundred thousand unknown names', async () => {
  const { ingest } = await open();
  const names = Array.from({ length: 100_000 }, (_, index) => [
    `phone numbr ${index}`,
    '9999999999',
  ]);
  const { remarks } = await ingest({ fields: Object.fromEntries(names) });
  expect(remarks).toHaveLength(100_001);
});
