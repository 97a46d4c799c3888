import { expect, it } from 'vitest';
import { context, reasonOf, storedAs } from '../../testing/parse.ts';
import { isCountry, parsePhone } from './phone.ts';

it.each([
  '919999999999',
  '+919999999999',
  '9999999999',
  '09999999999',
  '+91 99999-99999',
  ' (91) 99999.99999 ',
])('parses %j as the same number in a workspace in India', (phone) => {
  expect(storedAs('phone', phone)).toBe('919999999999');
});

it('adds the country code of the workspace to a number without one', () => {
  const context2 = { ...context, defaultCountry: 'AE' };
  expect(parsePhone('501234567', context2)).toEqual({ ok: true, stored: '971501234567' });
});

it.each(['14155552671', '+14155552671', '442079460958'])(
  'preserves the country code of the foreign number %j',
  (phone) => {
    expect(storedAs('phone', phone)).toBe(phone.replace('+', ''));
  },
);

it.each(['99999', '0', '++91', 'tel:+919999999999', 'call me', '+91', '9'.repeat(50)])(
  'the fragment %j is not a number',
  (phone) => {
    expect(reasonOf('phone', phone)).toBe(
      'Field is invalid: send country code and national number, such as 919999999999',
    );
  },
);

it.each([919999999999, null, '', ['919999999999']])(
  'rejects %j, which is not a string',
  (value) => {
    expect(reasonOf('phone', value)).toContain('send a string of digits, such as "919999999999"');
  },
);

it('parses numbers with a country code in a workspace of an unknown country', () => {
  const unknownCountry = { ...context, defaultCountry: 'XX' };
  expect(parsePhone('919999999999', unknownCountry)).toEqual({ ok: true, stored: '919999999999' });
});

it.each(['919999999999 ext 5', '919999999999x12', '[91] 9999999999', '＋919999999999'])(
  'rejects %j instead of storing a part of it',
  (phone) => {
    expect(reasonOf('phone', phone)).toContain('Field is invalid');
  },
);

it('accepts whitespace before a plus', () => {
  expect(storedAs('phone', '  +919999999999 ')).toBe('919999999999');
});

it('limits a number to 40 characters, separators included', () => {
  const spaced = (length: number) => `99999${' '.repeat(length - 10)}99999`;
  expect(storedAs('phone', spaced(40))).toBe('919999999999');
  expect(storedAs('phone', spaced(41))).toBeUndefined();
});

it('identifies countries by their two-letter codes', () => {
  expect(['IN', 'AE', 'XX', 'in', ''].map(isCountry)).toEqual([true, true, false, false, false]);
});
