import { amountRemark, leadId, payment } from './page-calls.ts';

/** A response on telecrm's own pages, which the spec must contain. */
export interface PageResponse {
  page: string;
  operationId: string;
  status: string;
  body: unknown;
  /** A call to the default workspace that gets this response, if none of the page's own calls does. */
  provokedBy?: { path: string; body: unknown; token?: 'sync' | 'async' };
}

const failure = (code: string, message: string) => ({ error: { code, message } });

export const pageResponses: PageResponse[] = [
  {
    page: 'Actions: examples',
    operationId: 'getAction',
    status: '200',
    body: { ...payment, amount: '10000' },
  },
  {
    page: 'Actions: examples',
    operationId: 'createActions',
    status: '200',
    body: {
      lead_id: '{leadId}',
      actions: [
        { action_id: '603d2b2f9b1e8a001c8e4f5d', status: 'CREATED' },
        { action_id: null, status: 'IGNORED' },
      ],
      remarks: [amountRemark],
    },
  },
  { page: 'Update an action', operationId: 'updateAction', status: '200', body: payment },
  {
    page: 'Update an action',
    operationId: 'updateAction',
    status: '400',
    body: failure(
      'BAD_REQUEST',
      'Cannot update amount, currency, or paymentid fields for existing payment action.',
    ),
    provokedBy: {
      path: `/lead/${leadId}/action/603d2b2f9b1e8a001c8e4f5e`,
      body: { type: 'PAYMENT', status: 'COMPLETED', amount: '1' },
    },
  },
  {
    page: 'Update an action',
    operationId: 'updateAction',
    status: '404',
    body: failure('ACTION_NOT_FOUND', 'Action with ID 62ab16e was not found in the lead.'),
    provokedBy: {
      path: `/lead/${leadId}/action/62ab16e`,
      body: { type: 'PAYMENT', status: 'COMPLETED' },
    },
  },
  {
    page: 'Leads: examples',
    operationId: 'createLead',
    status: '201',
    body: {
      lead_id: leadId,
      actions: [{ action_id: null, status: 'IGNORED' }],
      remarks: [
        { field: 'fields.rating', status: 'IGNORED', remark: 'Rating must be between 1 and 5' },
        { field: 'actions[0].fields.email', status: 'IGNORED', remark: 'Email is invalid' },
      ],
    },
    provokedBy: {
      path: '/lead',
      body: {
        fields: { name: 'Jane Doe', phone: '919999999998', rating: 9 },
        actions: [{ type: '1001', fields: { note: 'Site visit completed', email: 'jane.doe' } }],
      },
    },
  },
  {
    page: 'Create or update lead',
    operationId: 'createOrUpdateLead',
    status: '200',
    body: { status: 'QUEUED' },
  },
  {
    page: 'Create or update lead',
    operationId: 'createOrUpdateLead',
    status: '401',
    body: failure('NOT_AUTHORIZED', 'Invalid or missing access token.'),
    provokedBy: {
      path: '/autoupdatelead',
      body: { fields: { phone: '919999999999' } },
      token: 'sync',
    },
  },
];

/** All values that the page about actions lists for a payment. */
export const pageChoices: Record<string, string[]> = {
  PaymentStatus: ['PENDING', 'COMPLETED', 'FAILED', 'REFUNDED', 'CANCELLED', 'PROCESSING'],
  PaymentCurrency: 'INR USD PKR AED QAR SAR MYR AUD CAD SGD XOF'.split(' '),
};
