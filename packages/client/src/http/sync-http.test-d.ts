/** Calls of the Sync client that compile, and calls that do not. Both compilers check this file. */
import type { SyncOperations, SyncPaths, SyncSchemas } from '../index.ts';
import type { SyncHttp } from './index.ts';

declare const http: SyncHttp;

const lead = '/enterprise/{enterpriseId}/lead';
const oneLead = '/enterprise/{enterpriseId}/lead/{leadId}';
const actions = '/enterprise/{enterpriseId}/lead/{leadId}/action';
const oneAction = '/enterprise/{enterpriseId}/lead/{leadId}/action/{actionId}';
const search = '/enterprise/{enterpriseId}/lead/search';
const members = '/enterprise/{enterpriseId}/team-members';
const availability = '/enterprise/{enterpriseId}/teammember/state_change';
const metadata = '/enterprise/{enterpriseId}/metadata';

const fields = { phone: '919999999999' };
const params = { path: { leadId: '603d' } };
const email = 'jane.doe@example.com';

// A lead. Its standard fields are typed; a custom field accepts any field value.
http.POST(lead, { body: { fields: { ...fields, rating: 4, deal_size: 10, interests: ['VIP'] } } });
// @ts-expect-error `fields` is missing
http.POST(lead, { body: {} });
// @ts-expect-error the values must be inside `fields`
http.POST(lead, { body: { phone: '919999999999' } });
// @ts-expect-error a rating is a number
http.POST(lead, { body: { fields: { rating: '4' } } });
// @ts-expect-error a date is milliseconds or text
http.POST(lead, { body: { fields: { visit_date: new Date() } } });
// @ts-expect-error null is not a value
http.POST(lead, { body: { fields: { name: null } } });
// @ts-expect-error the body is missing
http.POST(lead);

// A custom action. This API requires the bare code.
http.POST(lead, { body: { fields, actions: [{ type: '1001', fields: { note: 'Demo' } }] } });
http.POST(actions, { params, body: { actions: [{ type: '1001' }] } });
// @ts-expect-error only the Async API accepts the prefix
http.POST(lead, { body: { fields, actions: [{ type: 'ACTION_1001' }] } });
// @ts-expect-error only the Async API accepts the prefix
http.POST(actions, { params, body: { actions: [{ type: 'ACTION_1001' }] } });
// @ts-expect-error telecrm's own notes cannot be written
http.POST(actions, { params, body: { actions: [{ type: 'SYSTEM_NOTE' }] } });
// @ts-expect-error a code is a string
http.POST(actions, { params, body: { actions: [{ type: 1001 }] } });
// @ts-expect-error an action has a type
http.POST(actions, { params, body: { actions: [{}] } });

// A payment. It has four keys, of which two are enums and the amount is a string.
const payment = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '10000' } as const;
declare const noStatus: Omit<typeof payment, 'status'>;
declare const noCurrency: Omit<typeof payment, 'currency'>;
declare const noAmount: Omit<typeof payment, 'amount'>;
http.POST(actions, { params, body: { actions: [payment, { type: '1001' }] } });
// @ts-expect-error an amount is a string
http.POST(actions, { params, body: { actions: [{ ...payment, amount: 10000 }] } });
// @ts-expect-error an amount contains only digits
http.POST(actions, { params, body: { actions: [{ ...payment, amount: 'ten' }] } });
// @ts-expect-error there is no such status
http.POST(actions, { params, body: { actions: [{ ...payment, status: 'PAID' }] } });
// @ts-expect-error there is no such currency
http.POST(actions, { params, body: { actions: [{ ...payment, currency: 'EUR' }] } });
// @ts-expect-error the status is missing
http.POST(actions, { params, body: { actions: [noStatus] } });
// @ts-expect-error the currency is missing
http.POST(actions, { params, body: { actions: [noCurrency] } });
// @ts-expect-error the amount is missing
http.POST(actions, { params, body: { actions: [noAmount] } });

// An update of an action. Only the status of a payment can change.
const action = { path: { leadId: '603d', actionId: '603e' } };
http.POST(oneAction, { params: action, body: { type: 'PAYMENT', status: 'COMPLETED' } });
http.POST(oneAction, { params: action, body: { type: '1001', fields: { note: 'Done' } } });
// @ts-expect-error an amount never changes
http.POST(oneAction, { params: action, body: { type: 'PAYMENT', amount: '20000' } });
// @ts-expect-error the action's ID is missing
http.POST(oneAction, { params, body: { type: '1001' } });

// A search. A filter is one value, several values or a date range.
http.POST(search, { body: {} });
http.POST(search, { body: { fields: { status: ['Won'], created_on: { from: 1775001600000 } } } });
http.POST(search, { params: { query: { limit: 50 } }, body: { actions: { type: 'PAYMENT' } } });
// @ts-expect-error a limit is a number
http.POST(search, { params: { query: { limit: '50' } }, body: {} });
// @ts-expect-error a date range starts with milliseconds or text
http.POST(search, { body: { fields: { created_on: { from: new Date() } } } });
// @ts-expect-error a search uses POST
http.GET(search);

// Team members.
http.GET(members);
http.POST(availability, { body: { email, state: 'On Leave' } });
// @ts-expect-error there is no such state
http.POST(availability, { body: { email, state: 'on leave' } });
// @ts-expect-error the state is missing
http.POST(availability, { body: { email } });

// Paths. The client fills in the enterprise ID, and the caller passes all other parameters.
http.GET(oneLead, { params });
http.GET(oneLead, { params: { ...params, query: { includeActions: true, limit: 5 } } });
// @ts-expect-error the lead's ID is missing
http.GET(oneLead);
// @ts-expect-error the client fills in the enterprise ID
http.GET(metadata, { params: { path: { enterpriseId: 'ent_sandbox' } } });
// @ts-expect-error a misspelled query parameter
http.GET(oneLead, { params: { ...params, query: { inculdeActions: true } } });
// @ts-expect-error there is no such path
http.GET('/enterprise/{enterpriseId}/leads');
// @ts-expect-error a path of the Async API
http.POST('/enterprise/{enterpriseId}/autoupdatelead', { body: { fields } });

// A response. It has either `data` or `error`, and a check of one narrows the other.
async function responses(): Promise<void> {
  const { data, error, response } = await http.POST(lead, { body: { fields } });
  // @ts-expect-error there may be an error instead
  data.lead_id satisfies string;
  if (error) {
    error.error.code satisfies string;
    data satisfies undefined;
    return;
  }
  data.lead_id satisfies string;
  data.remarks?.[0]?.remark satisfies string | undefined;
  response satisfies Response;
  const found = await http.GET(oneLead, { params });
  found.data?.fields.rating satisfies number | undefined;
  // @ts-expect-error the type of a custom field is unknown
  found.data?.fields.contact_source satisfies string | undefined;
}

// Schemas, operations and paths by name.
payment satisfies SyncSchemas['PaymentAction'];
fields satisfies SyncSchemas['LeadFields'];
params.path satisfies SyncOperations['getLead']['parameters']['path'];
lead satisfies keyof SyncPaths;
// @ts-expect-error there is no such schema
type _Unknown = SyncSchemas['Payment'];

export { responses };
