import { expect, it } from 'vitest';
import { context } from '../testing/read.ts';
import { onlyKeys, readSpan, readStrings, UnreadableFilter } from './parts.ts';

it('a span has both ends, one or none', () => {
  expect(readSpan({ from: '01/04/2026', to: 5 }, context.dates, 'x')).toEqual({
    from: Date.UTC(2026, 2, 31, 18, 30),
    to: 5,
  });
  expect(readSpan({ to: 5 }, context.dates, 'x')).toEqual({ to: 5 });
  expect(readSpan({}, context.dates, 'x')).toEqual({});
});

it.each([null, 5, [], { since: 1 }, { from: null }, { to: '2026-04-01' }])(
  '%j is no span',
  (value) => {
    expect(() => readSpan(value, context.dates, 'x')).toThrow(UnreadableFilter);
  },
);

it('one string or several are compared in lower case', () => {
  expect([readStrings('A', 'x'), readStrings(['A', 'b'], 'x')]).toEqual([['a'], ['a', 'b']]);
  expect(() => readStrings(['a', 5], 'x')).toThrow('x must be a string or an array of strings');
});

it('a key that nobody knows is named', () => {
  expect(() => onlyKeys({ a: 1, b: 2 }, ['a'], 'the search')).toThrow(
    'the search does not know `b`, only a',
  );
});
