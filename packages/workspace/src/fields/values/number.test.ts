import { expect, it } from 'vitest';
import { reasonOf, storedAs } from '../../testing/parse.ts';

it.each([0, 156, -3, 0.25, 1e21])('stores the number %d unchanged', (value) => {
  expect(storedAs('number', value)).toBe(value);
});

it('stores minus zero as zero, because JSON has no minus zero', () => {
  expect(Object.is(storedAs('number', -0), 0)).toBe(true);
});

it('the fix for a number in quotes is to remove the quotes', () => {
  expect(reasonOf('number', '156')).toBe('Field must be a number: send 156 without quotes');
});

it.each(['', '  ', 'many', null, [1], Number.NaN, Number.POSITIVE_INFINITY])(
  '%j is not a number',
  (value) => {
    expect(reasonOf('number', value)).toContain(
      'Field must be a number: send a number such as 156',
    );
  },
);

it.each(['1000', '499.50', '-5', '0'])('stores the amount %j unchanged as a string', (value) => {
  expect(storedAs('money', value)).toBe(value);
});

it.each(['', '1,000', '1e3', '5.', null, []])(
  'rejects %j, which is not an amount of money',
  (value) => {
    expect(reasonOf('money', value)).toContain('send digits in quotes');
  },
);

it('the fix for an amount as a number is to add quotes', () => {
  expect(reasonOf('money', 1000)).toBe('Field must be a numeric string: send "1000" in quotes');
});

it.each([1, 2, 3, 4, 5])('stores the rating %d', (value) => {
  expect(storedAs('rating', value)).toBe(value);
});

it.each([0, 6, 2.5, null, 'three', '10', '3.5'])('rejects %j, which is not a rating', (value) => {
  expect(reasonOf('rating', value)).toBe(
    'Field must be between 1 and 5: send a whole number, such as 3',
  );
});

it('rejects a rating in quotes', () => {
  expect(reasonOf('rating', '3')).toContain('without quotes');
});
