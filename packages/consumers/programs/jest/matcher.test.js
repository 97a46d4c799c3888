require('@telecrm/client/check/jest');

const workspace = { customFields: [{ apiName: 'budget', type: 'number' }] };
const fields = { phone: '919876543210', budget: 10 };

test('a payload that telecrm stores completely', () => {
  expect({ fields }).toBeAcceptedBy(workspace);
  expect({ fields, actions: [{ type: '1001' }] }).toBeAcceptedBy(workspace, 'sync');
});

test('a payload that telecrm would drop a part of', () => {
  const wrong = { fields: { ...fields, budget: 'ten' } };
  expect(wrong).not.toBeAcceptedBy(workspace);
  expect(() => expect(wrong).toBeAcceptedBy(workspace)).toThrow('fields.budget');
});
