import { expect, it } from 'vitest';
import {
  createMemoryStore,
  createWorkspace,
  DefinitionError,
  defaultDefinition,
  defaultRecords,
  deterministic,
  type OperationId,
  type OperationInput,
} from './index.ts';
import { createdLead, expectSuccess, fieldsOf, openDefault } from './testing/open.ts';

it('uses IDs of 24 hex digits and the system time by default', async () => {
  const workspace = await createWorkspace({ definition: defaultDefinition });
  const before = Date.now();
  const leadId = await createdLead(workspace);
  expect(leadId).toMatch(/^[0-9a-f]{24}$/);
  const { data } = await expectSuccess(workspace.operations.searchLeads({ body: {} }));
  expect(data).toHaveLength(1);
  expect(data[0]?.fields.created_on).toBeGreaterThanOrEqual(before);
});

it('two deterministic runs of the same calls have identical responses', async () => {
  const run = async () => {
    const { operations, ingest, store } = await openDefault();
    const responses = [
      await operations.createLead({ body: { fields: { phone: '919999999999' } } }),
      await ingest({ fields: { phone: '919999999998' }, actions: [{ type: 'ACTION_1001' }] }),
      await operations.searchLeads({ body: {} }),
      await store.snapshot(),
    ];
    return JSON.stringify(responses);
  };
  expect(await run()).toBe(await run());
});

it('opens a store that is not empty without changing its content', async () => {
  const store = createMemoryStore();
  const options = { definition: defaultDefinition, store, ...deterministic() };
  const leadId = await createdLead(await createWorkspace(options));
  const again = await createWorkspace({ ...options, records: defaultRecords });
  expect(await fieldsOf(again, leadId)).toEqual({ phone: '919999999999' });
  const { total_count } = await expectSuccess(again.operations.searchLeads({ body: {} }));
  expect(total_count).toBe(1);
});

it('workspaces share no state', async () => {
  const [one, other] = [await openDefault(), await openDefault()];
  await createdLead(one, { phone: '919999999999', contact_source: 'Mine' });
  const { total_count } = await expectSuccess(
    other.operations.searchLeads({ body: { fields: { phone: '919999999999' } } }),
  );
  expect(total_count).toBe(0);
  const { options } = await expectSuccess(
    other.operations.getCustomField({ path: { apiName: 'contact_source' } }),
  );
  expect(options).toHaveLength(3);
});

it('rejects a record without the identifier of the definition', async () => {
  const records = [{ id: 'a', createdOn: 1, fields: { name: 'Jane' } }];
  await expect(createWorkspace({ definition: defaultDefinition, records })).rejects.toThrow(
    'The record a has no `phone`',
  );
});

it('calls any operation by its ID with the input of a request', async () => {
  const { operations } = await openDefault();
  const path = {
    leadId: '603d2b2f9b1e8a001c8e4f5c',
    actionId: '',
    email: '',
    apiName: '',
    code: '',
  };
  const input: OperationInput = { path, query: {}, body: {} };
  // The keys of an object literal have the type of its keys.
  for (const id of Object.keys(operations) as OperationId[]) {
    expect(await operations[id](input)).toHaveProperty('ok');
  }
});

it('completes a partial definition', async () => {
  const { definition } = await createWorkspace({ definition: { seats: 3 } });
  expect(definition).toEqual({ ...defaultDefinition, seats: 3 });
  expect((await createWorkspace()).definition).toBe(defaultDefinition);
});

it('rejects an invalid definition and names the first problems', async () => {
  const customFields = ['a', 'b', 'c', 'd'].map((apiName) => ({ apiName, type: 'blob' }));
  // The types do not allow this call.
  const definition = { customFields } as object;
  const error = await createWorkspace({ definition }).catch((reason) => reason);
  expect(error).toBeInstanceOf(DefinitionError);
  expect(error.message).toMatch(
    /^customFields\[0\]\.type is invalid \(a string\): send a field type: .*\. And 1 more\.$/,
  );
  expect(error.problems).toHaveLength(4);
});
