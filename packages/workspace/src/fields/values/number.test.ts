import { expect, it } from 'vitest';
import { refusalOf, storedAs } from '../../testing/parse.ts';

it.each([0, 156, -3, 0.25, 1e21])('number %d is stored as it is', (value) => {
  expect(storedAs('number', value)).toBe(value);
});

it('stores minus zero as the zero that JSON can hold', () => {
  expect(Object.is(storedAs('number', -0), 0)).toBe(true);
});

it('says to send a number in quotes without them', () => {
  expect(refusalOf('number', '156')).toBe('Field must be a number: send 156 without quotes');
});

it.each(['', '  ', 'many', null, [1], Number.NaN, Number.POSITIVE_INFINITY])(
  '%j is no number',
  (value) => {
    expect(refusalOf('number', value)).toContain(
      'Field must be a number: send a number such as 156',
    );
  },
);

it.each(['1000', '499.50', '-5', '0'])('money %j is stored as the string it is', (value) => {
  expect(storedAs('money', value)).toBe(value);
});

it.each(['', '1,000', '1e3', '5.', null, []])('%j is no money', (value) => {
  expect(refusalOf('money', value)).toContain('send digits in quotes');
});

it('says to send an amount in quotes', () => {
  expect(refusalOf('money', 1000)).toBe('Field must be a numeric string: send "1000" in quotes');
});

it.each([1, 2, 3, 4, 5])('rating %d is stored', (value) => {
  expect(storedAs('rating', value)).toBe(value);
});

it.each([0, 6, 2.5, null, 'three', '10', '3.5'])('%j is no rating', (value) => {
  expect(refusalOf('rating', value)).toBe(
    'Field must be between 1 and 5: send a whole number, such as 3',
  );
});

it('says that a rating in quotes is none', () => {
  expect(refusalOf('rating', '3')).toContain('without quotes');
});
