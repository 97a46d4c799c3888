import '@telecrm/client/check/jest';

it('payloads are checked against the workspace file', () => {
  const payload = { fields: { phone: '919876543210', deal_size: 10 } };
  expect(payload).toBeTakenBy({});
  const wrong = { fields: { ...payload.fields, deal_size: 'ten' } };
  expect(() => expect(wrong).toBeTakenBy({})).toThrow('fields.deal_size');
});
