import { expect, it } from 'vitest';
import { refusalOf, storedAs } from '../testing/read.ts';
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

it('says to leave an empty address out', () => {
  expect(refusalOf('email', '')).toContain('leave the field out instead of an empty string');
});

it('refuses an endless address at once', () => {
  expect(isEmail(`${'a.'.repeat(50_000)}@b.co`)).toBe(false);
});
