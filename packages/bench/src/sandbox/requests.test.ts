import { expect, it } from 'vitest';
import { phoneOf, requestOf } from './requests.ts';

it('creates another lead with each request, and searches for existing ones', () => {
  expect(phoneOf(7)).toBe('919800000007');
  expect(requestOf('create lead', '/base', 7, 1)).toMatchObject({
    path: '/base/enterprise/ent_sandbox/lead',
    body: expect.stringContaining(phoneOf(7)),
  });
  for (let number = 0; number < 100; number++) {
    const { body = '' } = requestOf('search by identifier', '', number, 10);
    const [phone = ''] = /9198\d{8}/.exec(body) ?? [];
    expect(Number(phone.slice(4))).toBeLessThan(10);
  }
});
