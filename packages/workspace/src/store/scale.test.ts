import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createWorkspace, defaultDefinition } from '../index.ts';
import { cpuTimeMs } from '../testing/cpu-time.ts';

const count = 100_000;

// Set here, so that tests need no command-line option of Node.
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function usedMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

it('stores 100,000 leads in less than 100 MB, and finds each by its identifier', {
  timeout: 120_000,
}, async () => {
  const before = usedMegabytes();
  const { operations } = await createWorkspace({ definition: defaultDefinition });
  for (let index = 0; index < count; index++) {
    const phone = `919${100_000_000 + index}`;
    const fields = { name: `Lead ${index}`, phone, email: `lead${index}@example.com`, rating: 3 };
    await operations.createLead({ body: { fields } });
  }
  expect(usedMegabytes() - before).toBeLessThan(100);

  for (let index = 0; index < count; index += 499) {
    const body = { fields: { phone: `919${100_000_000 + index}` } };
    expect(await operations.searchLeads({ body })).toMatchObject({ data: { total_count: 1 } });
  }
});

it('does not block the event loop by any search over 100,000 leads', async () => {
  const { operations } = await createWorkspace();
  const body = (index: number) => ({
    fields: {
      phone: `919${100_000_000 + index}`,
      name: `Lead ${index}`,
      interests: ['VIP', 'New'],
    },
  });
  for (let index = 0; index < 100_000; index++) await operations.createLead({ body: body(index) });
  const searches = [
    { fields: { name: 'Lead 5' } },
    { fields: { interests: ['a', 'b', 'vip'], name: ['x', 'Lead 9'] } },
    { fields: { created_on: { from: 1 } }, actions: { type: 'OUTGOING_CALL' } },
    {},
  ];
  const tasks: number[] = [];
  let last = cpuTimeMs();
  const measure = () => {
    const now = cpuTimeMs();
    tasks.push(now - last);
    last = now;
    immediate = setImmediate(measure);
  };
  let immediate = setImmediate(measure);
  for (let round = 0; round < 5; round++) {
    for (const search of searches) {
      expect(await operations.searchLeads({ body: search })).toMatchObject({ ok: true });
    }
  }
  // The last slice ends before the next turn of the event loop.
  await new Promise((resolve) => setTimeout(resolve, 10));
  clearImmediate(immediate);
  const [longest, , , fourth] = tasks.sort((one, other) => other - one);
  // All searches together take half a second, one at least 20 ms, and a slice 5 ms. Collecting garbage takes longer.
  expect(longest).toBeLessThan(100);
  expect(fourth).toBeLessThan(20);
});
