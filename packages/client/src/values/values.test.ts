import { describe, expect, it } from 'vitest';
import { customAction, dateRange, formatAmount, isAction, toEpochMs } from '../index.ts';
import { withBareTypes, withPrefixedTypes } from './action-types.ts';

describe('customAction', () => {
  it.each([1001, '1001', 'ACTION_1001'] as const)('of %j has the form of each API', (code) => {
    const body = { actions: [customAction(code, { note: 'x' })] };
    const fields = { note: 'x' };
    expect(withPrefixedTypes(body)).toEqual({ actions: [{ type: 'ACTION_1001', fields }] });
    expect(withBareTypes(body)).toEqual({ actions: [{ type: '1001', fields }] });
  });

  it('has the same form in every copy', () => {
    const action = customAction(1001, { note: 'x' });
    for (const copy of [
      { ...action },
      structuredClone(action),
      JSON.parse(JSON.stringify(action)),
    ]) {
      expect(withBareTypes(copy)).toEqual({ type: '1001', fields: { note: 'x' } });
    }
  });

  it('omits fields if there are none', () => {
    expect(customAction(7)).toEqual({ type: 'ACTION_7' });
  });

  it.each([-1, 1.5, Number.NaN, 1e21, '1e3', 'ACTION_'])('of %j is rejected', (code) => {
    // @ts-expect-error some of them do not compile
    expect(() => customAction(code)).toThrow('is not the code of a custom action');
  });
});

describe('the type of an action', () => {
  it('is in the form of the API wherever a body has one', () => {
    const update = { type: 'ACTION_1001', fields: { type: 'ACTION_1001' } };
    expect(withBareTypes(update)).toEqual({ type: '1001', fields: { type: 'ACTION_1001' } });
    const search = { actions: { type: ['ACTION_1001', 'PAYMENT'] } };
    expect(withBareTypes(search)).toEqual({ actions: { type: ['1001', 'PAYMENT'] } });
    const lead = { fields: {}, actions: [{ type: '1001' }, { type: 'PAYMENT' }] };
    expect(withPrefixedTypes(lead)).toEqual({
      fields: {},
      actions: [{ type: 'ACTION_1001' }, { type: 'PAYMENT' }],
    });
  });

  it.each([undefined, null, 'text', [], {}, { fields: { type: 'ACTION_1' } }, { actions: null }])(
    'is not changed anywhere else: %j',
    (body) => {
      expect(withBareTypes(body)).toEqual(body);
      expect(withPrefixedTypes(body)).toEqual(body);
    },
  );
});

describe('isAction', () => {
  it.each([
    ['1001', 1001, true],
    ['ACTION_1001', 1001, true],
    ['1001', 'ACTION_1001', true],
    ['1002', 1001, false],
    ['PAYMENT', 'PAYMENT', true],
    ['ACTION_LEAD_DETAILS', 'LEAD_DETAILS', false],
  ])('of %s and %s is %s', (type, wanted, expected) => {
    expect(isAction({ type }, wanted)).toBe(expected);
  });
});

describe('formatAmount', () => {
  it.each([
    [499, '499'],
    [499.5, '499.5'],
    [0.1 + 0.2, '0.3'],
    [19.99 * 3, '59.97'],
    [0.01, '0.01'],
    [1e12, '1000000000000'],
  ])('of %d is %s', (value, text) => {
    expect(formatAmount(value)).toBe(text);
  });

  it.each([0, -1, 0.004, Number.NaN, Infinity, -Infinity, 1e21])('of %d is rejected', (value) => {
    expect(() => formatAmount(value)).toThrow(RangeError);
  });
});

describe('toEpochMs', () => {
  const moment = Date.parse('2026-06-01T05:00:00Z');

  it.each([
    [new Date(moment)],
    [moment],
    ['2026-06-01T05:00:00Z'],
    ['2026-06-01T10:30:00+05:30'],
    ['2026-06-01T10:30:00.000+0530'],
  ])('of %j is milliseconds', (date) => {
    expect(toEpochMs(date)).toBe(moment);
  });

  it.each([
    [new Date('nonsense'), 'is not a date'],
    [Number.NaN, 'is not a date'],
    [1_780_000_000, 'looks like seconds'],
    ['01/06/2026', 'is ambiguous'],
    ['2026-06-01', 'is ambiguous'],
    ['2026-06-01T10:30:00', 'is ambiguous'],
    ['2026-13-01T10:30:00Z', 'is not a date'],
  ])('of %j is rejected', (date, reason) => {
    expect(() => toEpochMs(date)).toThrow(reason);
  });
});

describe('dateRange', () => {
  it('has a start and an end', () => {
    const day = dateRange(new Date(1e12), new Date(1e12 + 1));
    expect(day).toEqual({ from: 1e12, to: 1e12 + 1 });
  });

  it('can start and end at the same time', () => {
    expect(dateRange(1e12, 1e12)).toEqual({ from: 1e12, to: 1e12 });
  });

  it('that ends before it starts is rejected', () => {
    expect(() => dateRange(2e12, 1e12)).toThrow('ends before it starts');
  });
});
