/** Calls of methods that compile, and calls that do not. Both compilers check this file. */

import type { AsyncHttp } from '../http/index.ts';
import {
  type Acknowledgement,
  type ActionCode,
  type AsyncClient,
  assertComplete,
  type CustomAction,
  createAsyncClient,
  createSyncClient,
  customAction,
  dateRange,
  formatAmount,
  ignoredValues,
  isTelecrmError,
  type SyncClient,
  type SyncSchemas,
  type TelecrmError,
  toEpochMs,
} from '../index.ts';
import type { TestSandbox } from '../testing/index.ts';

declare const telecrm: SyncClient;
declare const ingest: AsyncClient;
declare const asyncHttp: AsyncHttp;
declare const error: unknown;
const fields = { phone: '919999999999' };
const leadId = '603d';

// A lead. Unlike with `http`, unknown keys of the body do not compile.
telecrm.createLead({
  body: { fields: { ...fields, rating: 4, deal_size: 10, interests: ['VIP'] } },
});
// @ts-expect-error the body is missing
telecrm.createLead({});
// @ts-expect-error the input is missing
telecrm.createLead();
// @ts-expect-error `fields` must be inside `body`
telecrm.createLead({ fields });
// @ts-expect-error the values must be inside `fields`
telecrm.createLead({ body: { phone: '919999999999' } });
// @ts-expect-error the body has no key `tags`
telecrm.createLead({ body: { fields, tags: ['VIP'] } });
// @ts-expect-error an update has no actions
telecrm.updateLead({ leadId, body: { fields: { status: 'Won' }, actions: [] } });
// @ts-expect-error a rating is a number
telecrm.createLead({ body: { fields: { ...fields, rating: '4' } } });
// @ts-expect-error null is not a value
telecrm.createLead({ body: { fields: { ...fields, name: null } } });
// @ts-expect-error a date is milliseconds or text
telecrm.createLead({ body: { fields: { ...fields, visit_date: new Date() } } });
telecrm.createLead({ body: { fields: { ...fields, visit_date: toEpochMs(new Date()) } } });

// Parameters are keys of the input, except for the enterprise ID, which the client fills in.
telecrm.getLead({ leadId });
telecrm.getLead({ leadId, includeActions: true, limit: 5, skip: undefined });
// @ts-expect-error the lead's ID is missing
telecrm.getLead({});
// @ts-expect-error a misspelled parameter
telecrm.getLead({ leadId, inculdeActions: true });
// @ts-expect-error the client fills in the enterprise ID
telecrm.getLead({ leadId, enterpriseId: 'ent_sandbox' });
// @ts-expect-error a limit is a number
telecrm.getLead({ leadId, limit: '5' });
// @ts-expect-error a read has no body
telecrm.getLead({ leadId, body: {} });
telecrm.getEnterpriseMetadata();
telecrm.getEnterpriseMetadata({}, { attemptTimeoutMs: 1000 });
// @ts-expect-error the operation has no parameters
telecrm.getEnterpriseMetadata({ detail: true });
telecrm.listTeamMembers();
telecrm.listCustomFields({ detail: true });

// An unknown key does not compile in a variable either.
const tagged = { fields, tags: ['VIP'] };
// @ts-expect-error the body has no key `tags`
telecrm.createLead({ body: tagged });
// @ts-expect-error the body has no key `tags`
ingest.createOrUpdateLead({ body: tagged });
const noted = { type: '1001', note: 'x', fields: {} } as const;
// @ts-expect-error a note must be inside `fields`
telecrm.createActions({ leadId, body: { actions: [noted] } });
const withActions = { fields, actions: [] };
// @ts-expect-error an update has no actions
telecrm.updateLead({ leadId, body: withActions });
const dearer = { type: 'PAYMENT', status: 'COMPLETED', amount: '1' } as const;
// @ts-expect-error an amount never changes
telecrm.updateAction({ leadId, actionId: '603e', body: dearer });
const unwrapped = { fields: {}, status: ['Won'] };
// @ts-expect-error filters must be inside `fields`
telecrm.searchLeads({ body: unwrapped });

// Without its actions, a lead has no pages.
// @ts-expect-error `skip` requires `includeActions`
telecrm.getLead({ leadId, skip: 5 });
telecrm.getLead.all({ leadId, skip: 5 });
// @ts-expect-error a path requires the prefix
telecrm.getCustomAction({ code: '1001' });

// A token that is typed for one API.
declare const env: TestSandbox['env'];
createSyncClient({ token: env.TELECRM_SYNC_TOKEN });
createAsyncClient({ token: () => env.TELECRM_ASYNC_TOKEN });
createSyncClient({ token: 'any text' });
// @ts-expect-error the token is for the Async API
createSyncClient({ token: env.TELECRM_ASYNC_TOKEN });
// @ts-expect-error the token is for the Sync API
createAsyncClient({ token: async () => env.TELECRM_SYNC_TOKEN });

// The options of a call are separate from its input.
telecrm.getLead({ leadId }, { signal: AbortSignal.timeout(1), retry: { maxAttempts: 1 } });
// @ts-expect-error there is no such option
telecrm.getLead({ leadId }, { retries: 1 });
// @ts-expect-error options are not part of the input
telecrm.getLead({ leadId, attemptTimeoutMs: 1000 });

// Actions: each API requires its own form, and both clients accept `customAction`.
telecrm.createActions({ leadId, body: { actions: [{ type: '1001', fields: { note: 'x' } }] } });
ingest.createOrUpdateLead({ body: { fields, actions: [{ type: 'ACTION_1001' }] } });
// @ts-expect-error only the Async API accepts the prefix
telecrm.createActions({ leadId, body: { actions: [{ type: 'ACTION_1001' }] } });
// @ts-expect-error the Async API requires the prefix
ingest.createOrUpdateLead({ body: { fields, actions: [{ type: '1001' }] } });
// @ts-expect-error a code is a whole number
telecrm.createActions({ leadId, body: { actions: [{ type: '-1' }] } });
// @ts-expect-error a code is a whole number
telecrm.createActions({ leadId, body: { actions: [{ type: '1e3' }] } });
// @ts-expect-error a code is a whole number
ingest.createOrUpdateLead({ body: { fields, actions: [{ type: 'ACTION_-1' }] } });
// @ts-expect-error a code is a whole number
ingest.createOrUpdateLead({ body: { fields, actions: [{ type: 'ACTION_1.5' }] } });
// @ts-expect-error telecrm's own notes cannot be written
telecrm.createActions({ leadId, body: { actions: [{ type: 'SYSTEM_NOTE' }] } });
// @ts-expect-error telecrm's own notes cannot be written
ingest.createOrUpdateLead({ body: { fields, actions: [{ type: 'SYSTEM_NOTE', text: 'x' }] } });
// @ts-expect-error an action has a type
ingest.createOrUpdateLead({ body: { fields, actions: [{}] } });
const visit: CustomAction = customAction(1001, { note: 'Site visit completed' });
visit.type satisfies ActionCode;
// @ts-expect-error the client chooses the form of the code
visit satisfies { type: 'ACTION_1001' };
telecrm.createActions({ leadId, body: { actions: [visit] } });
telecrm.updateAction({ leadId, actionId: '603e', body: visit });
ingest.createOrUpdateLead({ body: { fields, actions: [visit] } });
asyncHttp.POST('/enterprise/{enterpriseId}/autoupdatelead', {
  body: { fields, actions: [visit] },
});
customAction('ACTION_1001');
// @ts-expect-error not a code
customAction('SYSTEM_NOTE');
// @ts-expect-error a code is a whole number
customAction('ACTION_-1');
// @ts-expect-error a code is a whole number
telecrm.getCustomAction({ code: 'ACTION_-1' });
// @ts-expect-error a Date is not a field value
customAction(1001, { visit_date: new Date() });

// Payments.
const payment = { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR' } as const;
telecrm.createActions({ leadId, body: { actions: [{ ...payment, amount: formatAmount(499) }] } });
// @ts-expect-error an amount is text
telecrm.createActions({ leadId, body: { actions: [{ ...payment, amount: 499 }] } });
// @ts-expect-error an amount has no sign
telecrm.createActions({ leadId, body: { actions: [{ ...payment, amount: '-5' }] } });
// @ts-expect-error an amount has no exponent
telecrm.createActions({ leadId, body: { actions: [{ ...payment, amount: '1e3' }] } });
telecrm.createActions({ leadId, body: { actions: [{ ...payment, amount: '499.50' }] } });
// @ts-expect-error an amount never changes
telecrm.updateAction({ leadId, actionId: '603e', body: { ...payment, amount: '1' } });

// Searches and pages.
telecrm.searchLeads({ body: { fields: { created_on: dateRange(1e12, 2e12) } } });
// @ts-expect-error filters must be inside `fields`
telecrm.searchLeads({ body: { status: ['Won'] } });
telecrm.searchLeads({ body: { actions: { type: ['1001', 'PAYMENT', 'OUTGOING_CALL'] } } });
telecrm.searchActions({ leadId, body: { type: visit.type } });
// @ts-expect-error a filter requires the bare code
telecrm.searchLeads({ body: { actions: { type: 'ACTION_1001' } } });
// @ts-expect-error a filter requires the bare code
telecrm.searchActions({ leadId, body: { type: 'ACTION_1001' } });
// @ts-expect-error there is no such type
telecrm.searchActions({ leadId, body: { type: 'PAYMNET' } });
// @ts-expect-error a code is a whole number
telecrm.searchActions({ leadId, body: { type: '-1' } });
// @ts-expect-error only lists have pages
telecrm.updateLead.all({ leadId });
// @ts-expect-error only lists have pages
telecrm.getAction.all({ leadId });
async function pages(): Promise<void> {
  for await (const lead of telecrm.searchLeads.all({ body: {} })) {
    lead.id satisfies string | undefined;
    // @ts-expect-error a lead has no `data`; a page does
    lead.data.length;
  }
  for await (const page of telecrm.searchLeads.pages({ body: {} }))
    page.total_count satisfies number;
  for await (const action of telecrm.getLead.all({ leadId })) action.type satisfies string;
  for await (const member of telecrm.listTeamMembers.all()) member.email satisfies string;
  for await (const action of telecrm.searchActions.all({ leadId, body: {} })) {
    action.type satisfies string;
  }
  // @ts-expect-error the lead's ID is missing
  telecrm.searchActions.all({ body: {} });
}

// Responses.
async function responses(): Promise<void> {
  const created = await telecrm.createLead({ body: { fields } });
  created satisfies SyncSchemas['WriteResult'];
  created.lead_id satisfies string;
  assertComplete(created).lead_id satisfies string;
  ignoredValues(created)[0]?.path satisfies string | undefined;
  // @ts-expect-error a list of actions is not the result of a write
  ignoredValues(await telecrm.getLead({ leadId }).then(({ actions }) => actions));
  const acknowledgement = await ingest.createOrUpdateLead({ body: { fields } });
  acknowledgement satisfies Acknowledgement;
  if (acknowledgement.documented) acknowledgement.status satisfies 'QUEUED';
  // @ts-expect-error an undocumented confirmation has any status or none
  else acknowledgement.status satisfies 'QUEUED';
  // @ts-expect-error there is no lead ID: the lead is only queued
  acknowledgement.lead_id;
}

// Results instead of rejections: `data` requires a check of `ok`.
async function tries(): Promise<void> {
  const tried = await telecrm.try.createLead({ body: { fields } });
  // @ts-expect-error the call may have failed
  tried.data;
  if (tried.ok) {
    tried.data.lead_id satisfies string;
    tried.response satisfies Response;
    // @ts-expect-error the call succeeded
    tried.error;
  } else {
    tried.error satisfies TelecrmError;
    // @ts-expect-error the call failed
    tried.data;
  }
  // @ts-expect-error `try` requires the same input
  telecrm.try.createLead({ fields });
  const found = await telecrm.try.searchLeads({ body: {} });
  if (found.ok) found.data.total_count satisfies number;
}

// Errors.
if (isTelecrmError(error)) {
  error.status satisfies number | undefined;
  error.retryAfterSeconds satisfies number | undefined;
  error.origin satisfies 'api' | 'client';
  error.mayHaveHappened satisfies boolean;
  error.code satisfies string;
}
if (isTelecrmError(error, 'LEAD_NOT_FOUND')) error.code satisfies 'LEAD_NOT_FOUND';
if (isTelecrmError(error, 'ENTERPRISE_LICENSE_EXPIRED')) error.message satisfies string;
if (isTelecrmError(error, { operation: 'createLead' })) {
  error.operationId satisfies 'createLead';
  error.status satisfies 400 | 401 | 404 | 409 | 429 | 500 | 501 | 502 | 503 | 504;
  if (error.status === 409) error.code satisfies 'LEAD_ALREADY_EXISTS';
  if (error.code === 'LEAD_ALREADY_EXISTS') error.status satisfies 409;
  // @ts-expect-error this operation does not document that status
  error.status === 402;
  switch (error.code) {
    case 'BAD_REQUEST':
    case 'NOT_AUTHORIZED':
    case 'ENTERPRISE_NOT_FOUND':
    case 'LEAD_ALREADY_EXISTS':
    case 'TOO_MANY_REQUESTS':
    case 'INTERNAL_SERVER_ERROR':
      break;
    default:
      error satisfies never;
  }
}
// @ts-expect-error there is no such operation
isTelecrmError(error, { operation: 'createLeads' });

export { pages, responses, tries };
