import fc from 'fast-check';

/** Keys with a meaning here or in JavaScript, and arbitrary ones. */
const key = fc.oneof(
  fc.constantFrom(
    ...['name', 'phone', 'email', 'rating', 'status', 'assignee', 'contact_source', 'interests'],
    ...['deal_size', 'follow_up_date', 'Phone', '__proto__', 'constructor', 'toString', ''],
    ...['type', 'fields', 'note', 'outcome', 'amount', 'currency', 'from', 'to', 'created_on'],
  ),
  fc.string(),
);
/** Values that are valid in some field, and arbitrary JSON. */
const value = fc.oneof(
  fc.constantFrom<unknown[]>(
    ...['919999999999', '9999999999', 'a@b.co', 'Fresh', 'Website', '01/01/2023', '2023-01-01'],
    ...['', null, 0, -0, 3, 9, true, '1001', 'ACTION_1001', 'PAYMENT', 'INR', 'PENDING', '5000'],
    ...[['VIP'], [], {}, 'SYSTEM_NOTE', Number.MAX_SAFE_INTEGER],
  ),
  fc.jsonValue(),
);
// Parsed from JSON, so that `__proto__` is an own key, as in a received body.
/** Fields of a lead or an action, some of them valid. */
export const fields = fc
  .array(fc.tuple(key, value), { maxLength: 8 })
  .map((entries): unknown => JSON.parse(JSON.stringify(Object.fromEntries(entries))));
const action = fc.oneof(
  value,
  fields,
  fc.record({
    type: fc.constantFrom('1001', 'ACTION_1001', 'PAYMENT', '9', 'SYSTEM_NOTE'),
    fields,
  }),
  fc.record({
    type: fc.constant('PAYMENT'),
    status: fc.constantFrom('PENDING', 'PAID'),
    currency: fc.constantFrom('INR', 'EUR'),
    amount: fc.oneof(fc.constantFrom('5000', '0', '1e5'), fc.jsonValue()),
  }),
);
/** Actions, some of them valid. */
export const actions = fc.array(action, { maxLength: 4 });
/** Bodies of requests, some of them valid. */
export const body = fc.oneof(value, fields, fc.record({ fields, actions }), fc.record({ fields }));
