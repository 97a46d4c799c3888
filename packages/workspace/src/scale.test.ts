import { expect, it } from 'vitest';
import { createWorkspace, defaultDefinition } from './index.ts';

const count = 100_000;

it('100,000 leads fit well under 250 MB, and one is found by its identifier at once', {
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

  const times: number[] = [];
  for (let index = 0; index < 200; index++) {
    const body = { fields: { phone: `919${100_000_000 + index * 499}` } };
    const start = performance.now();
    const found = await operations.searchLeads({ body });
    times.push(performance.now() - start);
    expect(found).toMatchObject({ value: { total_count: 1 } });
  }
  times.sort((a, b) => a - b);
  expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(20);
});
