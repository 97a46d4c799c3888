import { expect, it } from 'vitest';
import { describeType, fieldLabel, formatList, quoteName } from './format.ts';

it('a name from a caller is truncated and sanitized', () => {
  expect(quoteName('a\u0000b')).toBe('`a?b`');
  expect(quoteName('x'.repeat(60))).toBe(`\`${'x'.repeat(60)}\``);
  expect(quoteName('x'.repeat(99))).toBe(`\`${'x'.repeat(60)}…\``);
});

it('a field is named in words', () => {
  expect([fieldLabel('deal_size'), fieldLabel('_'), fieldLabel('city_1')]).toEqual([
    'Deal size',
    'Value',
    'City 1',
  ]);
});

it('values are described by their type', () => {
  expect([null, '', [], {}, 5, true].map(describeType)).toEqual([
    'null',
    'an empty string',
    'an array',
    'an object',
    'a number',
    'a boolean',
  ]);
});

it('a long list is truncated', () => {
  expect(formatList(['a', 'b', 'c'], 2)).toBe('`a`, `b` …');
  expect(formatList(['a', 'b'], 2)).toBe('`a`, `b`');
});
