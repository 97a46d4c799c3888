import { describe, expect, test } from 'vitest';
import { amount, customAction, dateRange, epoch } from '../index.ts';
import { bareCodes } from './custom-action.ts';

describe('customAction', () => {
  test.each([1001, '1001', 'ACTION_1001'] as const)('of %j has the form of each API', (code) => {
    const actions = [customAction(code, { note: 'x' })];
    expect(JSON.parse(JSON.stringify({ actions }))).toEqual({
      actions: [{ type: 'ACTION_1001', fields: { note: 'x' } }],
    });
    expect(JSON.parse(bareCodes({ actions }))).toEqual({
      actions: [{ type: '1001', fields: { note: 'x' } }],
    });
  });

  test('keeps its form in a copy', () => {
    const actions = [{ ...customAction(1001), fields: { note: 'x' } }];
    expect(JSON.parse(bareCodes({ actions }))).toEqual({
      actions: [{ type: '1001', fields: { note: 'x' } }],
    });
  });

  test('leaves fields out when there are none', () => {
    expect(bareCodes(customAction(7))).toBe('{"type":"7"}');
  });

  test.each([-1, 1.5, Number.NaN, 1e21, '1e3', 'ACTION_'])('of %j is refused', (code) => {
    // @ts-expect-error for some of them
    expect(() => customAction(code)).toThrow('is no code of a custom action');
  });
});

test('a body without custom actions is the JSON it always is', () => {
  const body = { fields: { type: 'ACTION_1', x: [null, 1, { a: 'b' }] }, actions: [] };
  expect(bareCodes(body)).toBe(JSON.stringify(body));
});

describe('amount', () => {
  test.each([
    [499, '499'],
    [499.5, '499.5'],
    [0.1 + 0.2, '0.3'],
    [19.99 * 3, '59.97'],
    [0.01, '0.01'],
    [1e12, '1000000000000'],
  ])('of %d is %s', (value, text) => {
    expect(amount(value)).toBe(text);
  });

  test.each([0, -1, 0.004, Number.NaN, Infinity, -Infinity, 1e21])('of %d is refused', (value) => {
    expect(() => amount(value)).toThrow(RangeError);
  });
});

describe('epoch', () => {
  const moment = Date.parse('2026-06-01T05:00:00Z');

  test.each([
    [new Date(moment)],
    [moment],
    ['2026-06-01T05:00:00Z'],
    ['2026-06-01T10:30:00+05:30'],
    ['2026-06-01T10:30:00.000+0530'],
  ])('of %j is milliseconds', (date) => {
    expect(epoch(date)).toBe(moment);
  });

  test.each([
    [new Date('nonsense'), 'is not a date'],
    [Number.NaN, 'is not a date'],
    [1_780_000_000, 'looks like seconds'],
    ['01/06/2026', 'can mean several moments'],
    ['2026-06-01', 'can mean several moments'],
    ['2026-06-01T10:30:00', 'can mean several moments'],
    ['2026-13-01T10:30:00Z', 'is not a date'],
  ])('of %j is refused', (date, reason) => {
    expect(() => epoch(date)).toThrow(reason);
  });
});

describe('dateRange', () => {
  test('is two moments', () => {
    const day = dateRange(new Date(1e12), new Date(1e12 + 1));
    expect(day).toEqual({ from: 1e12, to: 1e12 + 1 });
  });

  test('may be a single moment', () => {
    expect(dateRange(1e12, 1e12)).toEqual({ from: 1e12, to: 1e12 });
  });

  test('that ends before it starts is refused', () => {
    expect(() => dateRange(2e12, 1e12)).toThrow('ends before it starts');
  });
});
