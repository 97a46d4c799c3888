import { describe, expect, it } from 'vitest';
import type { OperationId, Result, Workspace } from '../index.ts';
import { getOwn } from '../json/json.ts';
import { createdLead, open, openDefault } from '../testing/open.ts';
import { specOperations } from '../testing/spec.ts';

const id = '62ab16e';
const leadId = '603d2b2f9b1e8a001c8e4f5c';
const payment = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5e' };
const call = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5f' };
const john = {
  name: 'John Doe',
  email: 'john.doe@example.com',
  phone_number: '919876543210',
  role: 'CALLER',
};
const body = {};

type Call = (workspace: Workspace) => Promise<Result<unknown>>;

/** A call for each error example of the spec that a workspace can return, by the name of the example. */
const calls: Partial<Record<OperationId, Record<string, Call>>> = {
  createLead: {
    identifierMissing: ({ operations }) => operations.createLead({ body }),
    leadAlreadyExists: async (workspace) => {
      await createdLead(workspace);
      return workspace.operations.createLead({ body: { fields: { phone: '919999999999' } } });
    },
  },
  getLead: { leadNotFound: ({ operations }) => operations.getLead({ path: { leadId: id } }) },
  updateLead: {
    invalidValue: ({ operations }) =>
      operations.updateLead({ path: { leadId }, body: { fields: { rating: '3' } } }),
    identifierImmutable: ({ operations }) =>
      operations.updateLead({ path: { leadId }, body: { fields: { phone: 'x' } } }),
    leadNotFound: ({ operations }) => operations.updateLead({ path: { leadId: id }, body }),
  },
  createActions: {
    typeNotWritable: ({ operations }) =>
      operations.createActions({ path: { leadId }, body: { actions: [{ type: 'SYSTEM_NOTE' }] } }),
    leadNotFound: ({ operations }) => operations.createActions({ path: { leadId: id }, body }),
  },
  searchActions: {
    invalidFilter: ({ operations }) =>
      operations.searchActions({ path: { leadId }, body: { type: 5 } }),
    leadNotFound: ({ operations }) => operations.searchActions({ path: { leadId: id }, body }),
  },
  getAction: {
    typeNotReadable: ({ operations }) => operations.getAction({ path: call }),
    actionNotFound: ({ operations }) => operations.getAction({ path: { leadId, actionId: id } }),
    leadNotFound: ({ operations }) => operations.getAction({ path: { leadId: id, actionId: id } }),
  },
  updateAction: {
    paymentImmutable: ({ operations }) =>
      operations.updateAction({ path: payment, body: { type: 'PAYMENT', amount: '1' } }),
    typeNotWritable: ({ operations }) =>
      operations.updateAction({ path: call, body: { type: 'OUTGOING_CALL' } }),
    actionNotFound: ({ operations }) =>
      operations.updateAction({ path: { leadId, actionId: id }, body }),
  },
  createTeamMember: {
    invalidRole: ({ operations }) =>
      operations.createTeamMember({ body: { ...john, role: 'BOSS' } }),
    invalidPhoneNumber: ({ operations }) =>
      operations.createTeamMember({ body: { ...john, phone_number: '+919876543210' } }),
    noFreeSeat: async () => {
      const { operations } = await open({ teamMembers: [], seats: 0 });
      return operations.createTeamMember({ body: john });
    },
    emailTaken: ({ operations }) =>
      operations.createTeamMember({ body: { ...john, email: 'jane.doe@example.com' } }),
  },
  getTeamMember: {
    invalidEmail: ({ operations }) => operations.getTeamMember({ path: { email: 'jane' } }),
    teamMemberNotFound: ({ operations }) =>
      operations.getTeamMember({ path: { email: 'nobody@example.com' } }),
  },
  updateTeamMemberAvailability: {
    invalidState: ({ operations }) =>
      operations.updateTeamMemberAvailability({ body: { state: 'Away' } }),
    invalidEmail: ({ operations }) =>
      operations.updateTeamMemberAvailability({ body: { state: 'Working', email: 'jane' } }),
    teamMemberNotFound: ({ operations }) =>
      operations.updateTeamMemberAvailability({
        body: { state: 'Working', email: 'nobody@example.com' },
      }),
  },
  getCustomField: {
    fieldNotFound: async () => {
      const { operations } = await open({ customFields: [] });
      return operations.getCustomField({ path: { apiName: 'contact_source' } });
    },
  },
  getCustomAction: {
    actionNotDefined: async () => {
      const { operations } = await open({ customActions: [] });
      return operations.getCustomAction({ path: { code: 'ACTION_1001' } });
    },
  },
};

/** Errors of the HTTP layer: a token, a rate limit, an enterprise ID, or an invalid query parameter. */
const httpErrors = [
  ...['invalidToken', 'unknownEnterprise', 'rateLimitExceeded', 'internalError'],
  ...['enterpriseNotFound', 'limitOutOfRange', 'invalidQuery'],
];

const errors = specOperations.flatMap((operation) =>
  operation.responses
    .filter(({ status }) => !status.startsWith('2'))
    .flatMap(({ content }) => content?.examples ?? [])
    .map((example) => ({ operation: operation.id, ...example }))
    .filter(({ name }) => !httpErrors.includes(name)),
);

describe('each error example of the spec is the response of its operation', () => {
  it.each(errors)('$operation: $name', async ({ operation, name, value }) => {
    const callOf = getOwn(getOwn(calls, operation), name) as Call | undefined; // By the type of `calls`.
    if (callOf === undefined) throw new Error(`no call here fails with ${operation} ${name}`);
    const result = await callOf(await openDefault());
    expect(result.ok).toBe(false);
    const { ok: _, ...error } = result as Exclude<typeof result, { ok: true }>; // As just expected.
    expect({ error }).toEqual(value);
  });
});
