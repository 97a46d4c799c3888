/** Arbitraries: generators of valid and invalid requests for the property tests. */
import fc from 'fast-check';

/** Names that every JavaScript object inherits; in JSON they are ordinary names. */
export const trickyKeys = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'],
  ...['valueOf', '', ' ', 'length', '$ref', 'a.b', 'a/b', 'a~b', '\u0000', '0'],
];

const knownFields = [
  ...['name', 'phone', 'email', 'rating', 'status', 'assignee', 'contact_source'],
  ...['interests', 'deal_size', 'follow_up_date', 'created_on', 'modified_on'],
];

const apiName = fc.oneof(
  fc.constantFrom(...knownFields),
  fc.constantFrom(...trickyKeys),
  fc.string({ maxLength: 12 }),
);

/** A value that may be valid for a field. */
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    ...['919999999999', '+14155552671', '99999', 'jane@example.com', 'Fresh', 'fresh', '', null],
    ...['01/06/2026 10:30:00', '2026-01-01T10:30:00Z', 1672561800000, 0, -1, 3, '3', 1e308, 0.1],
    ...['VIP, Returning', ['VIP'], ['VIP', 1], [], {}, { from: 1 }, { from: '01/01/2026', to: 2 }],
  ),
);

/** Any number of fields with arbitrary values; `__proto__` becomes an own key. */
export const fields = entriesOf(fc.array(fc.tuple(apiName, value), { maxLength: 6 }));

const action = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  entriesOf(
    fc.tuple(
      fc.tuple(
        fc.constant('type'),
        fc.oneof(
          fc.constantFrom<unknown>('1001', 'ACTION_1001', 'PAYMENT', 'SYSTEM_NOTE', '', 1001, null),
          fc.string({ maxLength: 8 }),
        ),
      ),
      fc.tuple(fc.constantFrom('fields', 'field', 'amount'), fc.oneof(fields, value)),
      fc.tuple(fc.constantFrom('status', '__proto__', 'amount', 'performed_by'), value),
    ),
  ),
);

/** A body that resembles a valid one to some degree, or any JSON. */
export const body: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 3,
    arbitrary: entriesOf(
      fc.tuple(
        fc.tuple(fc.constantFrom('fields', 'Fields'), fc.oneof(fields, value)),
        fc.tuple(
          fc.constantFrom('actions', 'type', 'state'),
          fc.oneof(fc.array(action, { maxLength: 3 }), value),
        ),
        fc.tuple(apiName, value),
      ),
    ),
  },
);

export const text = fc.oneof(
  fc.constantFrom(...trickyKeys.slice(0, 7)),
  fc.string({ maxLength: 20 }),
);

function entriesOf(
  entries: fc.Arbitrary<readonly (readonly [string, unknown])[]>,
): fc.Arbitrary<object> {
  return entries.map((pairs) => Object.fromEntries(pairs));
}
