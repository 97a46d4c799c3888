import { createWorkspace } from '@telecrm/workspace';
import { expect, it } from 'vitest';
import { dropReason } from './drop-reason.ts';

const workspace = await createWorkspace();

it.each([
  [{ fields: { phone: '919999999999', City: 'Pune' } }, 'unknown_field'],
  [{ fields: { phone: '919999999998', rating: 'high' } }, 'invalid_value'],
  [{ fields: { phone: '919999999997', name: '' } }, 'empty'],
  [{ fields: { name: 'Jane' } }, 'identifier'],
  [{ fields: { phone: '12' } }, 'identifier'],
  [{ fields: { phone: '919999999996' }, actions: [{ type: '1001' }] }, 'unknown_action_type'],
  [{ fields: { phone: '919999999995' }, actions: [7] }, 'invalid_value'],
])('classifies the reason for dropping a part of %j as %s', async (body, reason) => {
  const { remarks } = await workspace.ingest(body);
  expect(remarks.map(dropReason)).toEqual([reason]);
});
