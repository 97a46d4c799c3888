import { expect, it } from 'vitest';
import { kindOf, labelOf, listed, quote } from './words.ts';

it('a name from a caller is cut and cleaned', () => {
  expect(quote('a\u0000b')).toBe('`a?b`');
  expect(quote('x'.repeat(99))).toBe(`\`${'x'.repeat(60)}…\``);
});

it('a field is called by its name in words', () => {
  expect([labelOf('deal_size'), labelOf('_'), labelOf('city_1')]).toEqual([
    'Deal size',
    'Value',
    'City 1',
  ]);
});

it('values are called what they are', () => {
  expect([null, '', [], {}, 5, true].map(kindOf)).toEqual([
    'null',
    'an empty string',
    'an array',
    'an object',
    'a number',
    'a boolean',
  ]);
});

it('a long list is cut short', () => {
  expect(listed(['a', 'b', 'c'], 2)).toBe('`a`, `b` …');
});
