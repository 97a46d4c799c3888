import { expect, it } from 'vitest';
import { createWorkspace, defaultDefinition } from '../index.ts';

const count = 100_000;

it('100,000 leads fit well under 250 MB, and each is found by its identifier', {
  timeout: 120_000,
}, async () => {
  const before = process.memoryUsage().heapUsed;
  const { operations } = await createWorkspace({ definition: defaultDefinition });
  for (let index = 0; index < count; index++) {
    const phone = `919${100_000_000 + index}`;
    const fields = { name: `Lead ${index}`, phone, email: `lead${index}@example.com`, rating: 3 };
    await operations.createLead({ body: { fields } });
  }
  // What is used counts garbage too, so the leads themselves take less.
  expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(250);

  for (let index = 0; index < count; index += 499) {
    const body = { fields: { phone: `919${100_000_000 + index}` } };
    expect(await operations.searchLeads({ body })).toMatchObject({ data: { total_count: 1 } });
  }
});
