import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLead, correctLead, type WorkspaceDefinition } from '../index.ts';
import { actions, body, fields } from '../testing/arbitraries.ts';

const phone = '919999999999';

it('corrects every part that can be corrected, and reports each correction', () => {
  const sent = {
    fields: { Phone: '+91 99999-99999', rating: '3', contact_source: 'website', name: '' },
    actions: [
      { type: '1001', note: 'a' },
      { type: 'payment', fields: { status: 'pending', currency: 'inr', amount: 5000 } },
    ],
    email: 'Asha <asha@example.com>',
  };
  const { body: corrected, corrections, remaining } = correctLead({}, sent, 'async');
  expect(corrected).toEqual({
    fields: {
      phone: '+91 99999-99999',
      rating: 3,
      contact_source: 'Website',
      email: 'asha@example.com',
    },
    actions: [
      { type: 'ACTION_1001', fields: { note: 'a' } },
      { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '5000' },
    ],
  });
  expect(remaining).toEqual([]);
  expect(corrections).toEqual([
    { field: 'email', correction: 'moved into `fields`' },
    { field: 'fields.Phone', correction: 'renamed to `phone`' },
    { field: 'fields.rating', correction: 'changed to 3' },
    { field: 'fields.contact_source', correction: 'changed to "Website"' },
    { field: 'fields.name', correction: 'left out, because it is empty' },
    { field: 'fields.email', correction: 'changed to "asha@example.com"' },
    { field: 'actions[0].type', correction: 'changed to "ACTION_1001"' },
    { field: 'actions[0].fields.note', correction: 'moved into `fields`' },
    { field: 'actions[1].type', correction: 'changed to "PAYMENT"' },
    { field: 'actions[1].fields.fields', correction: 'unwrapped' },
    { field: 'actions[1].fields.status', correction: 'moved next to `type`' },
    { field: 'actions[1].fields.currency', correction: 'moved next to `type`' },
    { field: 'actions[1].fields.amount', correction: 'moved next to `type`' },
    { field: 'actions[1].fields.status', correction: 'changed to "PENDING"' },
    { field: 'actions[1].fields.currency', correction: 'changed to "INR"' },
    { field: 'actions[1].fields.amount', correction: 'changed to "5000"' },
  ]);
});

it('leaves and lists parts that it cannot correct', () => {
  const sent = {
    fields: { phone, rating: 9, Budget: 5, email: 'none' },
    actions: [{ type: 'SYSTEM_NOTE', text: 'a' }, { type: '1003' }],
    utm: 'a',
  };
  const { body: corrected, corrections, remaining } = correctLead({}, sent, 'sync');
  expect(corrected).toEqual(sent);
  expect(corrections).toEqual([]);
  expect(remaining).toEqual(checkLead({}, sent, 'sync').dropped);
  expect(remaining.map(({ field }) => field)).toEqual([
    ...['fields.rating', 'fields.Budget', 'fields.email', 'utm'],
    ...['actions[0].type', 'actions[1].type'],
  ]);
});

it.each([null, 1, 'text', [], { fields: 'phone' }, {}])('does not change %j', (sent) => {
  const { body: corrected, corrections, remaining } = correctLead({}, sent, 'async');
  expect(corrected).toEqual(sent);
  expect(corrections).toEqual([]);
  expect(remaining.length).toBeGreaterThan(0);
});

describe('correction of the identifier', () => {
  it.each([
    [{ mobile: phone }, { phone }],
    [{ contact: '99999 99999' }, { phone: '99999 99999' }],
    [{ phone_number: 919999999999 }, { phone }],
  ])('finds the identifier in %j', (sent, corrected) => {
    expect(correctLead({}, { fields: sent }, 'async').body).toEqual({ fields: corrected });
  });

  it.each([
    [
      { '': phone, Phone: null },
      { phone, Phone: null },
    ],
    [{ phone: '', mobile: phone }, { phone }],
    [{ mobile: phone, phone: null }, { phone }],
  ])('finds the identifier in %j, although its own field is empty', (sent, corrected) => {
    const { body, corrections } = correctLead({}, { fields: sent }, 'async');
    expect(body).toEqual({ fields: corrected });
    expect(corrections).toContainEqual(
      expect.objectContaining({ correction: 'renamed to `phone`' }),
    );
    expect(correctLead({}, body, 'async').corrections).toEqual([]);
  });

  it('does not take the identifier from another field of the workspace', () => {
    const definition = { customFields: [{ apiName: 'alternate', type: 'phone' }] } as const;
    const sent = { fields: { alternate: phone } };
    expect(correctLead(definition, sent, 'async').body).toEqual(sent);
  });

  it('finds the identifier next to the fields', () => {
    const sent = { name: 'Asha', Phone: phone };
    expect(correctLead({}, sent, 'async').body).toEqual({ fields: { name: 'Asha', phone } });
  });
});

const definition = {
  timeZone: 'Asia/Kolkata',
  dateFormat: 'dd/MM/yyyy',
  customFields: [
    { apiName: 'owner', type: 'activeUsers' },
    { apiName: 'contact_source', type: 'dropdown', options: ['Website', 'Cold Call'] },
    { apiName: 'interests', type: 'tags' },
    { apiName: 'deal_size', type: 'number' },
    { apiName: 'budget', type: 'money' },
    { apiName: 'follow_up_date', type: 'date' },
    { apiName: 'site', type: 'website' },
    { apiName: 'city', type: 'text' },
  ],
} as const satisfies WorkspaceDefinition;

const noon = Date.UTC(2025, 0, 31, 6, 30);
const midnight = Date.UTC(2025, 0, 30, 18, 30);

it.each<[string, unknown, unknown]>([
  ['phone', 919999999999, phone],
  ['phone', 'Mobile: +91 99999 99999', '+919999999999'],
  ['email', ' mailto:asha@example.com ', 'asha@example.com'],
  ['assignee', 'Jane Doe', 'jane.doe@example.com'],
  ['owner', 'jane doe', 'jane.doe@example.com'],
  ['owner', ['jane.doe@example.com'], 'jane.doe@example.com'],
  ['rating', '4', 4],
  ['deal_size', '₹ 1,20,000', 120000],
  ['deal_size', '120,000.50', 120000.5],
  ['budget', 4999.5, '4999.5'],
  ['budget', 'Rs. 5,000/-', '5000'],
  ['status', 'fresh', 'Fresh'],
  ['contact_source', 'COLD CALL', 'Cold Call'],
  ['contact_source', 'website ', 'Website'],
  ['interests', 'VIP, Loan', ['VIP', 'Loan']],
  ['interests', ['VIP', '', 5], ['VIP', '5']],
  ['site', 'example.com', 'https://example.com'],
  ['city', 411001, '411001'],
  ['follow_up_date', '2025-01-31', midnight],
  ['follow_up_date', '2025-01-31T12:00:00', noon],
  ['follow_up_date', '2025-01-31T12:00:00.000+05:30', noon],
  ['follow_up_date', '2025-01-31T06:30:00Z', noon],
  ['follow_up_date', '31-01-2025', midnight],
  ['follow_up_date', '31 Jan 2025', midnight],
  ['follow_up_date', '31/1/2025 12:00 PM', noon],
  ['follow_up_date', String(noon), noon],
  ['follow_up_date', String(noon / 1000), noon],
])('%s: %j is corrected to %j', (apiName, sent, right) => {
  const { body: corrected } = correctLead(
    definition,
    { fields: { phone, [apiName]: sent } },
    'sync',
  );
  expect(corrected).toEqual({ fields: { phone, [apiName]: right } });
});

it('converts the international prefix that other countries dial', () => {
  const sent = { fields: { phone: '0091 99999 99999' } };
  expect(correctLead({ defaultCountry: 'US' }, sent, 'sync').body).toEqual({
    fields: { phone: '+919999999999' },
  });
});

it('does not infer a field from a dropdown label', () => {
  const sent = { fields: { phone, contact: 'Asha' } };
  expect(correctLead(definition, sent, 'sync').body).toEqual(sent);
  const option = { fields: { phone, Source: 'website' } };
  expect(correctLead(definition, option, 'sync').body).toEqual({
    fields: { phone, contact_source: 'Website' },
  });
});

it.each<[string, unknown]>([
  ['phone', '99999 99999, 98888 88888'],
  ['phone', '99999 99999 ext 5'],
  ['phone', '12345'],
  ['rating', '4.5'],
  ['deal_size', '1,5'],
  ['deal_size', 'many'],
  ['status', 'Unheard of'],
  ['owner', ['jane.doe@example.com', 'john.smith@example.com']],
  ['owner', 'Nobody'],
  ['follow_up_date', 'tomorrow'],
  ['follow_up_date', '31/02/2025'],
  ['follow_up_date', '2025-13-01T00:00:00Z'],
  ['site', 'no site'],
  ['city', {}],
])('%s: does not change %j', (apiName, sent) => {
  const given = { fields: { phone, [apiName]: sent } };
  const { body: corrected, remaining } = correctLead(definition, given, 'sync');
  expect(corrected).toEqual(given);
  expect(remaining).toMatchObject([{ field: `fields.${apiName}` }]);
});

it('does not overwrite a field by a misspelled one', () => {
  const sent = { fields: { phone, Phone: '918888888888' } };
  expect(correctLead({}, sent, 'async').body).toEqual(sent);
});

it.each([
  [{ rating: '', Rating: 4 }, { rating: 4 }],
  [{ Rating: 4, rating: null }, { rating: 4 }],
  [{ rating: '', Rating: null }, {}],
])('uses the value of a misspelled field if the right one is empty: %j', (sent, corrected) => {
  const { body } = correctLead({}, { fields: { phone, ...sent } }, 'async');
  expect(body).toEqual({ fields: { phone, ...corrected } });
});

describe('correction of any payload', () => {
  const request = fc.oneof(
    body,
    fc
      .record({ fields, actions })
      .map((sent) => ({ ...sent, fields: { ...(sent.fields as object), phone } })),
  );

  it.each(['async', 'sync'] as const)(
    'corrects or lists each dropped part, drops nothing more, and changes nothing that was stored (%s)',
    (api) => {
      fc.assert(
        fc.property(request, (sent) => {
          const before = checkLead(definition, sent, api);
          const { body: corrected, corrections, remaining } = correctLead(definition, sent, api);
          const after = checkLead(definition, corrected, api);
          expect(remaining).toEqual(after.dropped);
          expect(after.accepted || !before.accepted).toBe(true);
          const reported = new Set([...corrections, ...remaining].map(({ field }) => field));
          if (before.accepted)
            for (const { field } of before.dropped) expect(reported).toContain(field);
          // An action may have other mistakes that are only found when its type is correct.
          const leadFieldsIn = (parts: readonly { field: string }[]) =>
            parts.filter(({ field }) => field.startsWith('fields.')).length;
          if (before.accepted) {
            expect(leadFieldsIn(after.dropped)).toBeLessThanOrEqual(leadFieldsIn(before.dropped));
          }
          const { contact_source: _, ...unchanged } = before.stored?.fields ?? {};
          expect(after.stored?.fields ?? {}).toMatchObject(unchanged);
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('a corrected payload needs no further correction', () => {
    fc.assert(
      fc.property(request, (sent) => {
        const { body: corrected } = correctLead(definition, sent, 'async');
        expect(correctLead(definition, corrected, 'async').corrections).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
