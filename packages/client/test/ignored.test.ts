import { describe, expect, it } from 'vitest';
import { fieldRules } from '../src/check/index.ts';
import {
  assertComplete,
  fetchFieldRules,
  type IgnoredOptions,
  IncompleteError,
  ignoredValues,
  isTelecrmError,
} from '../src/index.ts';
import { createLead, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

describe('the values that the API did not store', () => {
  it('of a new lead are reported with the sent value', async () => {
    const result = await sandbox.sync.createLead({
      body: {
        fields: { phone: '919876543210', rating: 9 },
        actions: [
          { type: '1001', fields: { note: 'Called' } },
          { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '0' },
        ],
      },
    });
    expect(ignoredValues(result)).toEqual([
      { path: 'fields.rating', sent: 9, remark: 'Rating must be between 1 and 5' },
      { path: 'actions[1].fields.amount', sent: '0', remark: 'Amount must be greater than 0' },
    ]);
  });

  it('of an update are those that the updated lead does not have', async () => {
    const leadId = await createLead(sandbox);
    const fields = { status: 'No such status', name: 'Jane Roe', contact_source: 'Website' };
    const result = await sandbox.sync.updateLead({ leadId, body: { fields } });
    expect(ignoredValues(result).map(({ path, sent }) => [path, sent])).toEqual([
      ['fields.status', 'No such status'],
    ]);
  });

  it.each([
    ['a name in another case', { name: 'JANE DOE' }, { name: 'Jane Doe' }, [], ['fields.name']],
    [
      'a date as text',
      { follow_up_date: '01/06/2026 10:30:00' },
      { follow_up_date: 1780290000000 },
      [],
      [],
    ],
    [
      'another moment of that day',
      ...[{ follow_up_date: '01/06/2026 10:30:00' }, { follow_up_date: 1780293600000 }],
      ...[[], ['fields.follow_up_date']],
    ],
  ] as const)(
    'of an update are determined by the types of the fields: %s',
    async (_, fields, stored, withoutTypes, withTypes) => {
      const paths = (options?: IgnoredOptions) =>
        ignoredValues({ fields: stored }, { fields }, options).map(({ path }) => path);
      expect(paths()).toEqual(withoutTypes);
      expect(paths({ fieldRules: fieldRules({}) })).toEqual(withTypes);
      const fetched = await fetchFieldRules(sandbox.sync, Object.keys(fields));
      // Only the workspace file contains the format of dates.
      const isDate = 'follow_up_date' in fields;
      expect(paths({ fieldRules: fetched })).toEqual(isDate ? withoutTypes : withTypes);
    },
  );

  it('are an empty list if everything was stored', async () => {
    const leadId = await createLead(sandbox);
    const body = { actions: [{ type: '1001' as const, fields: { note: 'Called' } }] };
    expect(ignoredValues(await sandbox.sync.createActions({ leadId, body }))).toEqual([]);
  });

  it('are reported for a result from elsewhere if its request body is passed', () => {
    const result = { lead_id: '1', actions: [{ action_id: null, status: 'IGNORED' as const }] };
    const body = { actions: [{ type: '77' }] };
    const remark = 'The action was not stored.';
    expect(ignoredValues(result, body)).toEqual([
      { path: 'actions[0]', sent: { type: '77' }, remark },
    ]);
  });

  it('are found under API names that contain dots or spaces, or are names of methods', () => {
    const names = ['Lead Status', 'a.b', 'constructor', '__proto__'];
    const remarks = names.map((name) => ({
      field: `fields.${name}`,
      status: 'IGNORED' as const,
      remark: 'no',
    }));
    const fields = JSON.parse('{"Lead Status":1,"a.b":2,"__proto__":4}');
    const found = ignoredValues({ lead_id: '1', actions: [], remarks }, { fields });
    expect(found.map(({ sent }) => sent)).toEqual([1, 2, undefined, 4]);
  });
});

describe('a copy of a result', () => {
  const body = { fields: { status: 'No such status', name: 'Jane Roe' } };

  it.each([
    ['spread', (result: object) => ({ ...result })],
    ['copied as JSON', (result: object) => JSON.parse(JSON.stringify(result))],
    ['cloned', (result: object) => structuredClone(result)],
  ])('that was %s is rejected without its request body, and accepted with it', async (_, copy) => {
    const leadId = await createLead(sandbox);
    const result = copy(await sandbox.sync.updateLead({ leadId, body }));
    expect(() => ignoredValues(result)).toThrow('The request body is unknown');
    expect(() => assertComplete(result)).toThrow('The request body is unknown');
    expect(ignoredValues(result, body)).toMatchObject([{ path: 'fields.status' }]);
    expect(() => assertComplete(result, body)).toThrow(IncompleteError);
  });

  it('is compared by the types of its fields if they are passed', () => {
    const result = { fields: { name: 'Jane' } };
    const sent = { fields: { name: 'JANE' } };
    expect(assertComplete(result, sent)).toBe(result);
    expect(() => assertComplete(result, sent, { fieldRules: fieldRules({}) })).toThrow(
      'fields.name',
    );
  });

  it('that lost the outcomes of the actions is rejected', async () => {
    const sent = { fields: { phone: '919876543210' }, actions: [{ type: '4711' as const }] };
    const { lead_id } = await sandbox.sync.createLead({ body: sent });
    expect(() => assertComplete({ lead_id }, sent)).toThrow('is it incomplete?');
  });
});

describe('assertComplete', () => {
  it('returns a complete result', async () => {
    const result = await sandbox.sync.createLead({ body: { fields: { phone: '919876543210' } } });
    expect(assertComplete(result)).toBe(result);
  });

  it('otherwise throws an error with the missing values', async () => {
    const body = { fields: { phone: '919876543210', rating: 9 } };
    const result = await sandbox.sync.createLead({ body });
    let thrown: unknown;
    try {
      assertComplete(result);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(IncompleteError);
    expect(isTelecrmError(thrown, 'INCOMPLETE')).toBe(true);
    expect(thrown).toMatchObject({
      ignored: [{ path: 'fields.rating', sent: 9 }],
      message: expect.stringContaining('- fields.rating: Rating must be between 1 and 5'),
    });
    expect(JSON.stringify(thrown)).not.toContain('"sent"');
  });
});
