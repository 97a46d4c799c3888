/** Calls of the Async client that compile, and calls that do not. Both compilers check this file. */
import type { AsyncOperations, AsyncPaths, AsyncSchemas } from '../index.ts';
import type { AsyncHttp } from './index.ts';

declare const http: AsyncHttp;

const lead = '/enterprise/{enterpriseId}/autoupdatelead';
const fields = { phone: '919999999999' };

// A lead. Its standard fields are typed; a custom field accepts any field value.
http.POST(lead, { body: { fields: { ...fields, rating: 4, follow_up_date: 1775001600000 } } });
// @ts-expect-error `fields` is missing
http.POST(lead, { body: {} });
// @ts-expect-error `fields` is required even with actions
http.POST(lead, { body: { actions: [{ type: 'ACTION_1001' }] } });
// @ts-expect-error a rating is a number
http.POST(lead, { body: { fields: { ...fields, rating: '4' } } });
// @ts-expect-error the body is missing
http.POST(lead);

// A custom action. This API requires the code with its prefix.
http.POST(lead, { body: { fields, actions: [{ type: 'ACTION_1001', fields: { note: 'x' } }] } });
// @ts-expect-error the prefix is missing
http.POST(lead, { body: { fields, actions: [{ type: '1001' }] } });
// @ts-expect-error there is no number after the prefix
http.POST(lead, { body: { fields, actions: [{ type: 'ACTION_LEAD_DETAILS' }] } });
// @ts-expect-error telecrm's own notes cannot be written
http.POST(lead, { body: { fields, actions: [{ type: 'SYSTEM_NOTE', fields: {} }] } });
// @ts-expect-error an action has a type
http.POST(lead, { body: { fields, actions: [{}] } });

// A payment. It has four keys, of which two are enums and the amount is a string.
const payment = { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount: '5000' } as const;
declare const noAmount: Omit<typeof payment, 'amount'>;
http.POST(lead, { body: { fields, actions: [payment] } });
// @ts-expect-error an amount is a string
http.POST(lead, { body: { fields, actions: [{ ...payment, amount: 5000 }] } });
// @ts-expect-error there is no such status
http.POST(lead, { body: { fields, actions: [{ ...payment, status: 'DONE' }] } });
// @ts-expect-error there is no such currency
http.POST(lead, { body: { fields, actions: [{ ...payment, currency: 'EUR' }] } });
// @ts-expect-error the amount is missing
http.POST(lead, { body: { fields, actions: [noAmount] } });

// Paths.
// @ts-expect-error a path of the Sync API
http.POST('/enterprise/{enterpriseId}/lead', { body: { fields } });
// @ts-expect-error the operation uses POST
http.GET(lead);
// @ts-expect-error the client fills in the enterprise ID
http.POST(lead, { params: { path: { enterpriseId: 'ent_sandbox' } }, body: { fields } });

// A response.
async function responses(): Promise<void> {
  const { data, error } = await http.POST(lead, { body: { fields } });
  data?.status satisfies 'QUEUED' | undefined;
  error?.error.message satisfies string | undefined;
  // @ts-expect-error there is no lead ID: the lead is only queued
  data?.lead_id satisfies string | undefined;
}

// Schemas, operations and paths by name.
payment satisfies AsyncSchemas['PaymentAction'];
fields satisfies AsyncSchemas['LeadFields'];
lead satisfies keyof AsyncPaths;
type Body = NonNullable<AsyncOperations['createOrUpdateLead']['requestBody']>;
declare const body: Body['content']['application/json'];
body satisfies AsyncSchemas['AsyncLeadRequest'];

export { responses };
