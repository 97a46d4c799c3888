import { expect, it } from 'vitest';
import { reasonOf, storedAs } from '../../testing/parse.ts';
import { isEmail } from './email.ts';

it('trims an address and preserves its case', () => {
  expect(storedAs('email', ' Jane.Doe+x@Example.co.in ')).toBe('Jane.Doe+x@Example.co.in');
});

it.each(['', 'jane', 'jane@', 'jane@host', 'a b@c.de', 'jane@-x.de', null, 5, ['a@b.co']])(
  '%j is not an address',
  (value) => {
    expect(reasonOf('email', value)).toMatch(/^Field is invalid: send an address such as/);
  },
);

it.each([
  ['', 'an empty string'],
  [null, 'null'],
  [5, 'a number'],
])('the fix for %j is to leave the field out', (value, named) => {
  expect(reasonOf('email', value)).toBe(
    `Field is invalid: send an address such as jane.doe@example.com, or leave the field out instead of ${named}`,
  );
});

it('the fix for an invalid address is an example and does not repeat the value', () => {
  expect(reasonOf('email', 'jane')).toBe(
    'Field is invalid: send an address such as jane.doe@example.com',
  );
});

it('limits an address to 254 characters', () => {
  const long = (length: number) => `${'a'.repeat(length - 5)}@b.co`;
  expect([isEmail(long(254)), isEmail(long(255))]).toEqual([true, false]);
});

it('rejects a very long address quickly', () => {
  expect(isEmail(`${'a.'.repeat(50_000)}@b.co`)).toBe(false);
});
