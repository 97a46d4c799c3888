/** `telecrm check` and the sandbox have the same verdict, entry by entry, for every example of the API description. */
import { apis, exampleRequests } from '@telecrm/spec/model';
import { createWorkspace, defaultDefinition } from '@telecrm/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestFolder, type TestFolder } from '../testing/cli.ts';

let folder: TestFolder;
beforeAll(async () => {
  folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', {});
});
afterAll(() => folder[Symbol.asyncDispose]());

/** Payloads that integrators' programs send, in addition to the examples. */
const seen: readonly unknown[] = [
  { fields: { Phone: '919999999999' } },
  { fields: { phone: '+91 99999-99999', email: 'jane@', rating: '5' } },
  { fields: { phone: '09999999999', follow_up_date: '2026-06-01T10:30:00Z' } },
  { fields: { phone: '919999999999', interests: 'VIP, Returning', status: 'fresh' } },
  { fields: { phone: 919999999999 }, actions: [{ type: 'SYSTEM_NOTE', text: 'x' }] },
  {
    fields: { phone: '919999999999' },
    actions: [{ type: 1001, note: 'x' }, { type: 'action_1001' }],
  },
  { phone: '919999999999', name: 'Jane Doe' },
  { fields: { phone: '919999999999', constructor: 'x', __proto__: null } },
];

describe.each(['async', 'sync'] as const)('for the %s API', (api) => {
  const operation = apis()[api].operation(api === 'async' ? 'createOrUpdateLead' : 'createLead');
  const payloads = [...exampleRequests(operation).map(({ body }) => body), ...seen];

  it('has examples', () => expect(payloads.length).toBeGreaterThan(seen.length));

  it('drops the same parts for the same reasons', async () => {
    await folder.write(`${api}.json`, payloads);
    const args = ['check', `${api}.json`, '--api', api, '--json', '--stored'];
    const { results } = JSON.parse((await folder.telecrm(args)).stdout);
    expect(results).toHaveLength(payloads.length);
    for (const [index, body] of payloads.entries()) {
      const { accepted, dropped } = results[index];
      const workspace = await createWorkspace({ definition: defaultDefinition });
      if (api === 'async') {
        const { outcome, remarks } = await workspace.ingest(body);
        expect(accepted).toBe(outcome !== 'DROPPED');
        expect(reasonsOf(dropped)).toEqual(
          remarks.map(({ field, remark }) => [field, remark.replace('lead was', 'lead is')]),
        );
      } else {
        const created = await workspace.operations.createLead({ body });
        expect(accepted).toBe(created.ok);
        if (!created.ok) continue;
        const remarks = created.dropped ?? [];
        expect(reasonsOf(dropped)).toEqual(remarks.map(({ field, remark }) => [field, remark]));
      }
    }
  });
});

function reasonsOf(dropped: readonly { field: string; reason: string; fix: string }[]) {
  return dropped.map(({ field, reason, fix }) => [field, `${reason}: ${fix}`]);
}
