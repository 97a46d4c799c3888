/**
 * The calls on telecrm's own pages, with the responses shown there. These pages take precedence over every other
 * source, so the sandbox must accept each of these calls.
 */
export interface PageCall {
  page: string;
  call: string;
  operationId: string;
  /** The path below `/enterprise/{enterpriseId}`, with the IDs and the query on the page. */
  path: string;
  body?: unknown;
  /** The response of the default workspace according to the page; it may have more keys. */
  response?: object;
}

export const leadId = '603d2b2f9b1e8a001c8e4f5c';
const april2026 = { from: '01/04/2026 00:00:00', to: '30/04/2026 23:59:59' };
const jane = { name: 'Jane Doe', phone: '919999999999', email: 'jane.doe@example.com' };
const noAmount = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '0' };
const pendingPayment = { ...noAmount, amount: '10000' };
export const amountRemark = {
  field: 'actions[1].fields.amount',
  status: 'IGNORED',
  remark: 'Amount must be greater than 0',
};
export const payment = { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount: '5000' };

export const pageCalls: PageCall[] = [
  {
    page: 'Actions: examples',
    call: 'create a custom action',
    operationId: 'createActions',
    path: '/lead/{leadId}/action',
    body: {
      actions: [{ type: '1001', fields: { note: 'Site visit completed', outcome: 'Interested' } }],
    },
  },
  {
    page: 'Actions: examples',
    call: 'record a pending payment',
    operationId: 'createActions',
    path: '/lead/{leadId}/action',
    body: { actions: [pendingPayment] },
  },
  {
    page: 'Actions: examples',
    call: 'mark the payment completed',
    operationId: 'updateAction',
    path: '/lead/{leadId}/action/{actionId}',
    body: { type: 'PAYMENT', status: 'COMPLETED' },
    response: { ...payment, amount: '10000' },
  },
  {
    page: 'Actions: examples',
    call: 'search for outgoing calls',
    operationId: 'searchActions',
    path: '/lead/{leadId}/action/search',
    body: { type: 'OUTGOING_CALL', created_on: april2026 },
    response: { data: [{ type: 'OUTGOING_CALL' }], total_count: 1, skip: 0, limit: 10 },
  },
  {
    page: 'Actions: examples',
    call: 'read one payment',
    operationId: 'getAction',
    path: '/lead/{leadId}/action/{actionId}',
    response: { ...payment, amount: '10000' },
  },
  {
    page: 'Actions: examples',
    call: 'send a batch of which one fails',
    operationId: 'createActions',
    path: '/lead/{leadId}/action',
    body: { actions: [{ type: '1001', fields: { note: 'Demo scheduled' } }, noAmount] },
    response: {
      lead_id: '{leadId}',
      actions: [{ status: 'CREATED' }, { action_id: null, status: 'IGNORED' }],
      remarks: [amountRemark],
    },
  },
  {
    page: 'Update an action',
    call: "update a custom action's note",
    operationId: 'updateAction',
    path: `/lead/${leadId}/action/603d2b2f9b1e8a001c8e4f5d`,
    body: { type: '1001', fields: { note: 'Follow-up completed' } },
    response: { type: '1001', fields: { note: 'Follow-up completed' } },
  },
  {
    page: 'Update an action',
    call: 'mark a payment as completed',
    operationId: 'updateAction',
    path: `/lead/${leadId}/action/603d2b2f9b1e8a001c8e4f5e`,
    body: { type: 'PAYMENT', status: 'COMPLETED' },
    response: payment,
  },
  {
    page: 'Leads: examples',
    call: 'create a lead with custom fields and an action',
    operationId: 'createLead',
    path: '/lead',
    body: {
      fields: {
        ...jane,
        contact_source: 'Website',
        interests: ['VIP', 'Returning'],
        deal_size: 1000,
      },
      actions: [{ type: '1001', fields: { note: 'Site visit completed', outcome: 'Interested' } }],
    },
    response: { actions: [{ status: 'CREATED' }], remarks: [] },
  },
  {
    page: 'Leads: examples',
    call: 'search by phone',
    operationId: 'searchLeads',
    path: '/lead/search',
    body: { fields: { phone: '919999999999' } },
    response: { data: [{ fields: { ...jane, contact_source: 'Website' } }], total_count: 1 },
  },
  {
    page: 'Leads: examples',
    call: 'search won leads that an agent called',
    operationId: 'searchLeads',
    path: '/lead/search?limit=50',
    body: {
      fields: { status: ['Won'] },
      actions: {
        type: ['OUTGOING_CALL'],
        performed_by: 'agent@company.com',
        performed_at: april2026,
      },
    },
    response: { data: [{ fields: { status: 'Won' } }], total_count: 1, limit: 50 },
  },
  {
    page: 'Leads: examples',
    call: "update a lead's status and rating",
    operationId: 'updateLead',
    path: `/lead/${leadId}`,
    body: { fields: { status: 'Qualified', rating: 5 } },
    response: { fields: { status: 'Qualified', rating: 5 } },
  },
  {
    page: 'Actions',
    call: 'send a custom action and a payment with a lead',
    operationId: 'createOrUpdateLead',
    path: '/autoupdatelead',
    response: { status: 'QUEUED' },
    body: {
      fields: { phone: '919999999999' },
      actions: [{ type: 'ACTION_1001', fields: { note: 'Site visit completed' } }, payment],
    },
  },
  {
    page: 'Actions',
    call: 'send a custom action with a date',
    operationId: 'createOrUpdateLead',
    path: '/autoupdatelead',
    response: { status: 'QUEUED' },
    // The page shows only the action; the lead is that of its first payload.
    body: {
      fields: { phone: '919999999999' },
      actions: [
        {
          type: 'ACTION_1001',
          fields: {
            note: 'Site visit completed',
            visit_date: '01/01/2023 10:30:00',
            outcome: 'Interested',
          },
        },
      ],
    },
  },
  {
    page: 'Create or update lead',
    call: 'queue a lead with an action',
    operationId: 'createOrUpdateLead',
    path: '/autoupdatelead',
    response: { status: 'QUEUED' },
    body: {
      fields: jane,
      actions: [{ type: 'ACTION_1001', fields: { note: 'Site visit completed' } }],
    },
  },
];
