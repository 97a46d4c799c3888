import { expect, it } from 'vitest';
import { serializeWorkspace } from './serialize.ts';

it('does not depend on the order of keys, and ends with a line break', () => {
  const text = serializeWorkspace({
    seats: 3,
    customFields: [{ type: 'text', zzz: 1, apiName: 'x', aaa: 2 }],
    customActions: [{ fieldSchema: { type: {}, apiName: {} }, code: 'ACTION_1' }],
    enterpriseId: 'e',
    $schema: 's',
  });
  expect(text).toBe(
    `${JSON.stringify(
      {
        $schema: 's',
        enterpriseId: 'e',
        customFields: [{ apiName: 'x', type: 'text', aaa: 2, zzz: 1 }],
        customActions: [{ code: 'ACTION_1', fieldSchema: { apiName: {}, type: {} } }],
        seats: 3,
      },
      null,
      2,
    )}\n`,
  );
});
