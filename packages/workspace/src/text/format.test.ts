import { expect, it } from 'vitest';
import { describeType, fieldLabel, formatList, quoteName } from './format.ts';

it('truncates and sanitizes a name from a caller', () => {
  expect(quoteName('a\u0000b')).toBe('`a?b`');
  expect(quoteName('x'.repeat(60))).toBe(`\`${'x'.repeat(60)}\``);
  expect(quoteName('x'.repeat(99))).toBe(`\`${'x'.repeat(60)}…\``);
});

it('names a field in words', () => {
  expect([fieldLabel('deal_size'), fieldLabel('_'), fieldLabel('city_1')]).toEqual([
    'Deal size',
    'Value',
    'City 1',
  ]);
});

it('describes values by their type', () => {
  expect([null, '', [], {}, 5, true].map(describeType)).toEqual([
    'null',
    'an empty string',
    'an array',
    'an object',
    'a number',
    'a boolean',
  ]);
});

it('truncates a long list', () => {
  expect(formatList(['a', 'b', 'c'], 2)).toBe('`a`, `b` …');
  expect(formatList(['a', 'b'], 2)).toBe('`a`, `b`');
});
