require('@telecrm/client/check/jest');

const workspace = { customFields: [{ apiName: 'budget', type: 'number' }] };
const fields = { phone: '919876543210', budget: 10 };

test('a payload that telecrm takes as a whole', () => {
  expect({ fields }).toBeTakenBy(workspace);
  expect({ fields, actions: [{ type: '1001' }] }).toBeTakenBy(workspace, 'sync');
});

test('a payload of which a part would be dropped', () => {
  const wrong = { fields: { ...fields, budget: 'ten' } };
  expect(wrong).not.toBeTakenBy(workspace);
  expect(() => expect(wrong).toBeTakenBy(workspace)).toThrow('fields.budget');
});
