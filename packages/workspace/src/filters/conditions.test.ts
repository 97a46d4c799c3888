import { expect, it } from 'vitest';
import { context } from '../testing/parse.ts';
import { assertKnownKeys, FilterError, parseStrings, parseTimeRange } from './conditions.ts';

it('accepts a range with both bounds, one or none', () => {
  expect(parseTimeRange({ from: '01/04/2026', to: 5 }, context.dates, 'x')).toEqual({
    from: Date.UTC(2026, 2, 31, 18, 30),
    to: 5,
  });
  expect(parseTimeRange({ to: 5 }, context.dates, 'x')).toEqual({ to: 5 });
  expect(parseTimeRange({}, context.dates, 'x')).toEqual({});
});

it.each([null, 5, [], { since: 1 }, { from: null }, { to: '2026-04-01' }])(
  '%j is not a range',
  (value) => {
    expect(() => parseTimeRange(value, context.dates, 'x')).toThrow(FilterError);
  },
);

it('compares strings in lower case', () => {
  expect([parseStrings('A', 'x'), parseStrings(['A', 'b'], 'x')]).toEqual([['a'], ['a', 'b']]);
  expect(() => parseStrings(['a', 5], 'x')).toThrow('x must be a string or an array of strings');
});

it('names an unknown key in the error', () => {
  expect(() => assertKnownKeys({ a: 1, b: 2 }, ['a'], 'the search')).toThrow(
    'the search does not support `b`, only a',
  );
});
