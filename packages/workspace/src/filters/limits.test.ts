import { expect, it } from 'vitest';
import { cpuTimeMs } from '../testing/cpu-time.ts';
import { createdLead, expectSuccess, open } from '../testing/open.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`);

it.each([
  { fields: { interests: many(1001) } },
  { fields: { phone: many(1001) } },
  { actions: { type: many(1001) } },
  { actions: { performed_by: many(1001) } },
])('rejects a condition with more than a thousand values', async (body) => {
  const { operations } = await open();
  expect(await operations.searchLeads({ body })).toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('must have at most 1000 values, not 1001'),
  });
});

it('evaluates a condition with a thousand values quickly', async () => {
  const workspace = await open();
  const interests = many(5000);
  for (let index = 0; index < 200; index++) {
    await createdLead(workspace, { phone: `${919_800_000_000 + index}`, interests });
  }
  const body = { fields: { interests: many(1000).map((value) => `no ${value}`) } };
  const start = cpuTimeMs();
  const { total_count } = await expectSuccess(workspace.operations.searchLeads({ body }));
  expect(total_count).toBe(0);
  // Comparing each value of one list with each value of the other would take a billion steps.
  expect(cpuTimeMs() - start).toBeLessThan(3000);
});
