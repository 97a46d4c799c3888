import { describe, expect, it } from 'vitest';
import { compareFields, type LeadSnapshot, wasModified } from './lead-snapshot.ts';

function snapshot(fields?: Record<string, unknown>): LeadSnapshot {
  return { lead: fields && { fields }, timeline: [] };
}

describe('whether a lead was written between two snapshots', () => {
  it.each([
    ['is unknown without the earlier one', undefined, snapshot({ modified_on: 2 }), undefined],
    ['it was not if it does not exist', snapshot(), snapshot(), false],
    ['it was if it is new', snapshot(), snapshot({}), true],
    [
      'it was if the time is later',
      snapshot({ modified_on: 1 }),
      snapshot({ modified_on: 2 }),
      true,
    ],
    [
      'it was not at the same time',
      snapshot({ modified_on: 2 }),
      snapshot({ modified_on: 2 }),
      false,
    ],
    ['is unknown without the earlier time', snapshot({}), snapshot({ modified_on: 2 }), undefined],
    ['is unknown without the later time', snapshot({ modified_on: 1 }), snapshot({}), undefined],
  ])('%s', (_, before, now, expected) => {
    expect(wasModified(before, now)).toBe(expected);
  });
});

describe('without the types of the fields', () => {
  const sent = { phone: '919999999999', name: 'Jane' };

  it('a value that is not stored is missing', () => {
    expect(compareFields(sent, 'phone', undefined, { fields: { phone: sent.phone } })).toEqual({
      missing: [{ path: 'fields.name', sent: 'Jane' }],
      unknown: [],
    });
  });

  it('a stored value cannot be compared, except for the identifier', () => {
    expect(compareFields(sent, 'phone', undefined, { fields: { ...sent } })).toEqual({
      missing: [],
      unknown: ['fields.name'],
    });
  });
});
