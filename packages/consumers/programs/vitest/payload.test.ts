import { expect, it } from 'vitest';
import '@telecrm/client/check/vitest';

const workspace = { customFields: [{ apiName: 'budget', type: 'number' }] } as const;
const fields = { phone: '919876543210', budget: 10 };

it('a payload that telecrm stores completely', () => {
  expect({ fields }).toBeTakenBy(workspace);
  expect({ fields, actions: [{ type: '1001' }] }).toBeTakenBy(workspace, 'sync');
});

it('a payload that telecrm would store only in part', () => {
  const wrong = { fields: { ...fields, budget: 'ten' } };
  expect(wrong).not.toBeTakenBy(workspace);
  expect(() => expect(wrong).toBeTakenBy(workspace)).toThrow('fields.budget');
  expect([wrong]).not.toEqual([expect.toBeTakenBy(workspace)]);
});
