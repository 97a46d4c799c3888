import { expect, it } from 'vitest';
import { refusalOf, storedAs } from '../../testing/parse.ts';
import { isEmail } from './email.ts';

it('an address keeps its case and loses the white space around it', () => {
  expect(storedAs('email', ' Jane.Doe+x@Example.co.in ')).toBe('Jane.Doe+x@Example.co.in');
});

it.each(['', 'jane', 'jane@', 'jane@host', 'a b@c.de', 'jane@-x.de', null, 5, ['a@b.co']])(
  '%j is not an address',
  (value) => {
    expect(refusalOf('email', value)).toMatch(/^Field is invalid: send an address such as/);
  },
);

it.each([
  ['', 'an empty string'],
  [null, 'null'],
  [5, 'a number'],
])('says to leave the field out instead of %j', (value, named) => {
  expect(refusalOf('email', value)).toBe(
    `Field is invalid: send an address such as jane.doe@example.com, or leave the field out instead of ${named}`,
  );
});

it('shows someone who sent a wrong address what one looks like, and no more', () => {
  expect(refusalOf('email', 'jane')).toBe(
    'Field is invalid: send an address such as jane.doe@example.com',
  );
});

it('an address has at most 254 characters', () => {
  const long = (length: number) => `${'a'.repeat(length - 5)}@b.co`;
  expect([isEmail(long(254)), isEmail(long(255))]).toEqual([true, false]);
});

it('refuses an endless address at once', () => {
  expect(isEmail(`${'a.'.repeat(50_000)}@b.co`)).toBe(false);
});
