import { expect, it } from 'vitest';
import { phoneOf, requestOf } from './requests.ts';

it('makes requests of which each creates another lead, and searches for those there are', () => {
  expect(phoneOf(7)).toBe('919800000007');
  expect(requestOf('create lead', '/base', 7, 1)).toContain(phoneOf(7));
  for (let number = 0; number < 100; number++) {
    const [phone = ''] = /9198\d{8}/.exec(requestOf('search by identifier', '', number, 10)) ?? [];
    expect(Number(phone.slice(4))).toBeLessThan(10);
  }
});
