import { expect, it } from 'vitest';
import * as values from '../generated/spec-values.ts';

it('finds every list of values in the spec', () => {
  expect(values.sandboxEnterpriseId).toBe('ent_sandbox');
  expect(values.paymentStatuses).toContain('PENDING');
  expect(values.paymentCurrencies).toContain('INR');
  expect(values.memberRoles).toContain('CALLER');
  expect(values.memberStatuses).toContain('Deleted');
  expect(values.availabilityStates).toContain('On Leave');
  expect(values.stageTypes).toContain('LOST');
  expect(values.ratings).toMatchObject({ minimum: 1, maximum: 5 });
  expect('499.50').toMatch(values.amountPattern);
  expect('919876543210').toMatch(values.memberPhonePattern);
});
