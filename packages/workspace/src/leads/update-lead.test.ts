import { expect, it } from 'vitest';
import { createdLead, expectSuccess, fieldsOf, openDefault } from '../testing/open.ts';

const phone = '919999999999';
const lead = { name: 'Jane', phone, rating: 3 };

it('changes the fields sent and leaves the others', async () => {
  const workspace = await openDefault();
  const path = { leadId: await createdLead(workspace, lead) };
  const body = { fields: { status: 'Qualified', rating: 5 } };
  const updated = await expectSuccess(workspace.operations.updateLead({ path, body }));
  expect(updated).toEqual({ fields: { ...lead, status: 'Qualified', rating: 5 } });
});

it('rejects the whole update because of an invalid value', async () => {
  const workspace = await openDefault();
  const leadId = await createdLead(workspace, lead);
  const body = { fields: { name: 'Joan', rating: 9 } };
  expect(await workspace.operations.updateLead({ path: { leadId }, body })).toEqual({
    ok: false,
    code: 'BAD_REQUEST',
    message: 'Rating must be between 1 and 5',
  });
  expect(await fieldsOf(workspace, leadId)).toEqual(lead);
});

it.each([{ status: 'Nonsense' }, { status: 'fresh' }, { city: 'Pune' }])(
  '%j is dropped silently',
  async (fields) => {
    const workspace = await openDefault();
    const path = { leadId: await createdLead(workspace, lead) };
    const updated = await expectSuccess(
      workspace.operations.updateLead({ path, body: { fields } }),
    );
    expect(updated).toEqual({ fields: lead });
  },
);

it('clears a field by an empty text', async () => {
  const workspace = await openDefault();
  const path = { leadId: await createdLead(workspace, lead) };
  const body = { fields: { name: '' } };
  const updated = await expectSuccess(workspace.operations.updateLead({ path, body }));
  expect(updated).toEqual({ fields: { phone, rating: 3 } });
});

it.each([phone, '918888888888', null])('rejects the identifier, even as %j', async (value) => {
  const workspace = await openDefault();
  const path = { leadId: await createdLead(workspace, lead) };
  const body = { fields: { phone: value } };
  expect(await workspace.operations.updateLead({ path, body })).toMatchObject({
    code: 'INVALID_LEAD',
  });
});

it.each([undefined, {}, { fields: [] }])('rejects %j, which has no fields', async (body) => {
  const workspace = await openDefault();
  const path = { leadId: await createdLead(workspace, lead) };
  expect(await workspace.operations.updateLead({ path, body })).toMatchObject({
    code: 'BAD_REQUEST',
    message: 'Fields must be an object',
  });
});
