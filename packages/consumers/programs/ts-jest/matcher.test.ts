import '@telecrm/client/check/jest';

test('payloads are checked against the workspace file', () => {
  const payload = { fields: { phone: '919876543210', deal_size: 10 } };
  expect(payload).toBeAcceptedBy({});
  const wrong = { fields: { ...payload.fields, deal_size: 'ten' } };
  expect(() => expect(wrong).toBeAcceptedBy({})).toThrow('fields.deal_size');
});
