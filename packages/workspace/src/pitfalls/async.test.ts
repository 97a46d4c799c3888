import { describe, expect, it } from 'vitest';
import {
  createdLead,
  expectSuccess,
  fieldsOf,
  open,
  openDefault,
  remarksOf,
  timelineOf,
} from '../testing/open.ts';

const phone = '919999999999';

/** Sends a lead to the Async API and returns its outcome, its fields and its remarks by field. */
async function ingested(fields: object, actions: unknown[] = []) {
  const workspace = await openDefault();
  const ingestion = await workspace.ingest({ fields: { phone, ...fields }, actions });
  const leadId = ingestion.lead_id ?? '';
  return {
    workspace,
    ingestion,
    fields: await fieldsOf(workspace, leadId),
    timeline: await timelineOf(workspace, leadId),
    remarks: remarksOf(ingestion),
  };
}

describe('Async API', () => {
  it('E1.1 after QUEUED a lead may still be dropped, and the ingestion says so', async () => {
    const { ingest } = await openDefault();
    expect(await ingest({ fields: { phone: '1' } })).toMatchObject({
      outcome: 'DROPPED',
      remarks: [{ field: 'fields.phone', status: 'IGNORED' }],
    });
  });

  it('E1.2 without the lead identifier the whole lead is dropped, and the remark suggests the misspelled key', async () => {
    const { ingest } = await openDefault();
    const ingestion = await ingest({ fields: { Phone: phone, name: 'Jane' } });
    expect(ingestion).toMatchObject({ outcome: 'DROPPED', lead_id: null });
    expect(remarksOf(ingestion)['fields.phone']).toBe(
      'The lead identifier `phone` is missing, so the whole lead was dropped: send `Phone` as `phone`',
    );
  });

  it('E1.3 a custom action without ACTION_ is dropped, and the lead is stored', async () => {
    const { ingestion, remarks, timeline } = await ingested({}, [{ type: '1001' }]);
    expect(ingestion).toMatchObject({
      outcome: 'PARTIAL',
      actions: [{ action_id: null, status: 'IGNORED' }],
    });
    expect(remarks['actions[0].type']).toBe('The Async API drops a bare code: send `ACTION_1001`');
    expect(timeline).toEqual([]);
  });

  it.each([
    [
      { rating: '3' },
      'fields.rating',
      'Rating must be between 1 and 5: send a number, without quotes',
    ],
    [
      { interests: 'VIP, Returning' },
      'fields.interests',
      'Interests must be an array of strings: send ["VIP","Returning"] instead of one string',
    ],
    [
      { deal_size: '1000' },
      'fields.deal_size',
      'Deal size must be a number: send 1000 without quotes',
    ],
  ])('E1.4 a value of the wrong type is dropped: %j', async (sent, field, remark) => {
    const { fields, remarks } = await ingested(sent);
    expect(fields).toEqual({ phone });
    expect(remarks).toEqual({ [field]: remark });
  });

  it('E1.4 a fragment of a phone is dropped, and so is the lead if it is the identifier', async () => {
    const { ingest } = await openDefault();
    expect(remarksOf(await ingest({ fields: { phone: '99999' } }))).toEqual({
      'fields.phone':
        'Phone is invalid, so the whole lead was dropped: send country code and national number, such as 919999999999',
    });
  });

  it('E1.5 an ISO date is dropped, and the remark gives both valid formats', async () => {
    const { fields, remarks } = await ingested({ follow_up_date: '2026-01-01T10:30:00Z' });
    expect(fields).toEqual({ phone });
    expect(remarks['fields.follow_up_date']).toBe(
      'Follow up date is not a valid date: ISO 8601 is not accepted, send 1767263400000 or "01/01/2026 16:00:00"',
    );
  });

  it('E1.5 a month-first date is dropped, or parsed day-first and stored as another day', async () => {
    expect((await ingested({ follow_up_date: '12/25/2026' })).remarks).toHaveProperty([
      'fields.follow_up_date',
    ]);
    const { fields } = await ingested({ follow_up_date: '03/04/2026 05:30:00' });
    expect(fields.follow_up_date).toBe(Date.UTC(2026, 3, 3));
  });

  it.each([
    ['Contact_Source', 'contact_source'],
    ['contact source', 'contact_source'],
    ['Name', 'name'],
  ])('E1.6 the name %s is not defined, %s is', async (sent, meant) => {
    const { fields, remarks } = await ingested({ [sent]: 'Website' });
    expect(fields).toEqual({ phone });
    expect(remarks[`fields.${sent}`]).toContain(`did you mean \`${meant}\`?`);
  });

  it('E1.7 SYSTEM_NOTE and the like are dropped with the fix, and the lead is stored', async () => {
    const { ingestion, remarks } = await ingested({}, [
      { type: 'SYSTEM_NOTE', text: 'Asked for a brochure' },
      { type: 'ACTION_9999' },
      {},
    ]);
    expect(ingestion.outcome).toBe('PARTIAL');
    expect(remarks['actions[0].type']).toContain(
      'record it as a custom action, such as {"type":"ACTION_1001","fields":{"note":"…"}}',
    );
    expect(remarks['actions[1].type']).toContain(
      'The workspace has no custom action `ACTION_9999`',
    );
    expect(remarks['actions[2].type']).toContain('The action has no type');
  });

  it('E1.8 an unknown or archived status or lost reason is dropped, and the remark names valid ones', async () => {
    const { pipeline } = (await openDefault()).definition;
    const [stage, ...others] = pipeline.leadStages;
    const archivedStatuses = [{ statusid: 9, label: 'Stale', color: '#000000' }];
    const archivedLeadLostReasons = [{ reasonid: 9, reasonLabel: 'Moved', isDefault: false }];
    const { ingest } = await open({
      customFields: [{ apiName: 'lost_reason', type: 'lostReason' }],
      pipeline: {
        ...pipeline,
        leadStages: [{ ...stage, archivedStatuses }, ...others],
        archivedLeadLostReasons,
      },
    });
    const fields = { phone, status: 'Stale', lost_reason: 'Moved' };
    expect(remarksOf(await ingest({ fields }))).toEqual({
      'fields.status':
        'Status must be an active label of the pipeline: send one of `Fresh`, `Contacted`, `Qualified`, `Won`, `Lost`',
      'fields.lost_reason':
        'Lost reason must be an active label of the pipeline: send one of `Price too high`, `No Need`',
    });
    const misspelled = await ingest({ fields: { phone, status: 'Frsh' } });
    expect(remarksOf(misspelled)['fields.status']).toContain('did you mean "Fresh"?');
  });

  it('E1.9 a typo in a dropdown becomes a new option', async () => {
    const { workspace, remarks } = await ingested({ contact_source: 'Websiet' });
    expect(remarks).toEqual({});
    const path = { apiName: 'contact_source' };
    const { options } = await expectSuccess(workspace.operations.getCustomField({ path }));
    expect(options?.map(({ label }) => label)).toEqual([
      'Website',
      'Referral',
      'Cold Call',
      'Websiet',
    ]);
  });

  it('E1.10 a phone number without a country code gets the code of the workspace, even if it is foreign', async () => {
    const here = await open({ defaultCountry: 'IN' });
    const there = await open({ defaultCountry: 'US' });
    const sent = { fields: { phone: '7012345678' } };
    const phones = [];
    for (const workspace of [here, there]) {
      const { lead_id } = await workspace.ingest(sent);
      phones.push((await fieldsOf(workspace, lead_id ?? '')).phone);
    }
    expect(phones).toEqual(['917012345678', '17012345678']);
  });

  it('E1.11 after the identifier field changes, the same payload matches another lead', async () => {
    const payload = { fields: { phone, email: 'jane.doe@example.com' } };
    const byEmail = await open({
      customFields: [{ apiName: 'email', type: 'email', isLeadid: true }],
    });
    const other = { phone: '918888888888', email: 'jane.doe@example.com' };
    await createdLead(byEmail, other);
    expect(await byEmail.ingest(payload)).toMatchObject({ outcome: 'UPDATED' });
    const byPhone = await open();
    await createdLead(byPhone, other);
    expect(await byPhone.ingest(payload)).toMatchObject({ outcome: 'CREATED' });
  });

  it('E1.12 a payment with a missing key or an amount of zero is dropped', async () => {
    const { remarks, timeline } = await ingested({}, [
      { type: 'PAYMENT', status: 'COMPLETED', amount: '5000' },
      { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount: '0' },
      { type: 'PAYMENT', fields: { status: 'COMPLETED', currency: 'INR', amount: '5000' } },
    ]);
    expect(timeline).toEqual([]);
    expect(remarks['actions[0].fields.currency']).toMatch(
      /^Currency is required: send one of them/,
    );
    expect(remarks['actions[1].fields.amount']).toBe(
      'Amount must be greater than 0: send an amount such as "5000"',
    );
    expect(remarks['actions[2].fields.amount']).toContain('next to `type` and not under fields');
  });
});
