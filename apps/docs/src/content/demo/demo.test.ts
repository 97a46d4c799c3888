import { expect, it } from 'vitest';
import { runDemo } from './demo.ts';

it('shows the response QUEUED, and the values that the sandbox stored and dropped', async () => {
  const { body, response, stored, ingestion } = await runDemo();
  expect(response).toEqual({ status: 200, text: '{"status":"QUEUED"}' });
  expect(stored).toEqual({ name: 'Asha Rao', phone: '919876543210' });
  expect(ingestion.request).toEqual(body);
  expect(ingestion.remarks.map(({ field }) => field)).toEqual([
    'fields.City',
    'fields.rating',
    'fields.follow_up_date',
    'actions[0].type',
  ]);
});
