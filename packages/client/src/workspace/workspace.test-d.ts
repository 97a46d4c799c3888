/** Code that compiles with a workspace type, and code that does not. Both compilers check this file. */
import {
  type Action,
  type AnyWorkspace,
  assertComplete,
  createAsyncClient,
  createSyncClient,
  customAction,
  dateRange,
  findLead,
  formatAmount,
  type IngestOutcome,
  ignoredValues,
  ingestAndVerify,
  ingestMany,
  isAction,
  type NewOption,
  newOption,
  type OneOrMany,
  type Range,
  type StoredLabel,
  type SyncClient,
  upsertLead,
  type WorkspaceTypes,
} from '../index.ts';

interface Fields {
  phone?: string;
  city?: 'Pune' | 'Mumbai' | NewOption;
  deal_size?: number;
  status?: 'Fresh' | 'Won';
}
interface Visit {
  note?: string;
  outcome?: 'Interested' | NewOption;
}
interface Workspace extends WorkspaceTypes {
  identifier: 'phone';
  lead: {
    create: Fields & { phone: string };
    update: Fields & { phone?: never };
    stored: { phone?: string; city?: StoredLabel<'Pune' | 'Mumbai'>; deal_size?: number };
    filter: {
      created_on?: Range<number>;
      city?: OneOrMany<'Pune' | 'Mumbai'>;
      deal_size?: OneOrMany<number>;
    };
  };
  actions: {
    '1001': { fields: Visit; stored: { note?: string; outcome?: string } };
    '1002': { fields: { demo_date?: number }; stored: { demo_date?: number } };
  };
}
interface EmailWorkspace extends Omit<Workspace, 'identifier'> {
  identifier: 'email';
}

const telecrm = createSyncClient<Workspace>();
const ingest = createAsyncClient<Workspace>();
const leadId = '603d';
const phone = '919999999999';

// Fields of a new lead.
telecrm.createLead({ body: { fields: { phone, city: 'Pune', deal_size: 5, status: 'Fresh' } } });
telecrm.createLead({ body: { fields: { phone, city: newOption('Nagpur') } } });
// @ts-expect-error not an option
telecrm.createLead({ body: { fields: { phone, city: 'Poona' } } });
// @ts-expect-error not a field
telecrm.createLead({ body: { fields: { phone, ctiy: 'Pune' } } });
// @ts-expect-error the field is a number
telecrm.createLead({ body: { fields: { phone, deal_size: '5' } } });
// @ts-expect-error not a status
telecrm.createLead({ body: { fields: { phone, status: 'fresh' } } });
// @ts-expect-error the identifier is missing
telecrm.createLead({ body: { fields: { city: 'Pune' } } });
// @ts-expect-error the identifier is missing
ingest.createOrUpdateLead({ body: { fields: { city: 'Pune' } } });
// @ts-expect-error not a field
telecrm.try.createLead({ body: { fields: { phone, ctiy: 'Pune' } } });

// An update.
telecrm.updateLead({ leadId, body: { fields: { city: 'Mumbai' } } });
// @ts-expect-error the identifier cannot be changed
telecrm.updateLead({ leadId, body: { fields: { phone } } });

// Custom actions.
const visit = customAction<Workspace>(1001, { note: 'x' });
const actions = [{ type: '1001', fields: { note: 'x' } }, visit] as const;
telecrm.createActions({ leadId, body: { actions: [...actions] } });
telecrm.createActions({ leadId, body: { actions: [customAction(1002, { demo_date: 5 })] } });
telecrm.updateAction({ leadId, actionId: '603e', body: visit });
ingest.createOrUpdateLead({
  body: { fields: { phone }, actions: [{ type: 'ACTION_1001' }, visit] },
});
// @ts-expect-error not a code
telecrm.createActions({ leadId, body: { actions: [{ type: '9999' }] } });
// @ts-expect-error not a code
telecrm.updateAction({ leadId, actionId: '603e', body: { type: '9999' } });
// @ts-expect-error not a code
ingest.createOrUpdateLead({ body: { fields: { phone }, actions: [{ type: 'ACTION_9999' }] } });
// @ts-expect-error not a field of this action
telecrm.createActions({ leadId, body: { actions: [{ type: '1002', fields: { note: 'x' } }] } });
// @ts-expect-error not a code
customAction<Workspace>(9999);
// @ts-expect-error not a field of this action
customAction<Workspace>('ACTION_1002', { note: 'x' });
// @ts-expect-error not a code of the client's workspace
telecrm.createActions({ leadId, body: { actions: [customAction(9999)] } });
// @ts-expect-error the code was not checked against this workspace
telecrm.createActions({ leadId, body: { actions: [customAction<AnyWorkspace>(1001)] } });
telecrm.getCustomAction({ code: 'ACTION_1001' });
// @ts-expect-error not a code
telecrm.getCustomAction({ code: 'ACTION_9999' });
// @ts-expect-error not a field
telecrm.getCustomField({ apiName: 'ctiy' });

// Payments need no workspace.
const payment = { type: 'PAYMENT', status: 'PENDING', currency: 'INR' } as const;
telecrm.createActions({ leadId, body: { actions: [{ ...payment, amount: formatAmount(5) }] } });

// Searches.
telecrm.searchLeads({ body: { fields: { created_on: dateRange(1e12, 2e12), city: ['Pune'] } } });
telecrm.searchLeads({ body: { actions: { type: ['1001', 'PAYMENT', 'OUTGOING_CALL'] } } });
telecrm.searchActions({ leadId, body: { type: '1002' } });
// @ts-expect-error the field has no order
telecrm.searchLeads({ body: { fields: { deal_size: { from: 5 } } } });
// @ts-expect-error not a field
telecrm.searchLeads({ body: { fields: { ctiy: 'Pune' } } });
// @ts-expect-error a filter requires the bare code
telecrm.searchLeads({ body: { actions: { type: 'ACTION_1001' } } });
// @ts-expect-error not a code
telecrm.searchActions({ leadId, body: { type: '9999' } });

// Responses.
async function responses(): Promise<void> {
  const lead = await telecrm.getLead({ leadId, includeActions: true });
  lead.fields.deal_size satisfies number | undefined;
  // @ts-expect-error not a field
  lead.fields.ctiy;
  for await (const found of telecrm.searchLeads.all({ body: {} })) {
    found.fields.city satisfies string | undefined;
    found.id satisfies string | undefined;
    // @ts-expect-error not a field
    found.fields.ctiy;
  }
  for await (const action of telecrm.getLead.all({ leadId, limit: 5 })) {
    action.amount satisfies string | undefined;
    // @ts-expect-error not every action has this field
    action.fields?.note;
    if (isAction(action, 1001)) action.fields?.outcome satisfies string | undefined;
    if (isAction(action, 'ACTION_1002')) action.fields?.demo_date satisfies number | undefined;
    // @ts-expect-error not a field of this action
    if (isAction(action, '1002')) action.fields?.note;
    isAction(action, 'PAYMENT');
    // @ts-expect-error not a code
    isAction(action, 9999);
  }
  const updated = await telecrm.updateLead({ leadId, body: { fields: { city: 'Pune' } } });
  updated.fields.city satisfies string | undefined;
  assertComplete(updated).fields.city satisfies string | undefined;
  ignoredValues(updated, { fields: { city: 'Pune' } });
  const tried = await telecrm.try.getLead({ leadId });
  // @ts-expect-error not a field
  if (tried.ok) tried.data.fields.ctiy;
}

// Functions with a client parameter use the workspace type of the client.
async function helpers(emails: SyncClient<EmailWorkspace>): Promise<void> {
  const upserted = await upsertLead(
    telecrm,
    { fields: { phone } },
    { createOnly: { city: 'Pune' } },
  );
  if (upserted.outcome === 'updated') upserted.lead?.fields.city satisfies string | undefined;
  // @ts-expect-error not a field
  upsertLead(telecrm, { fields: { phone, ctiy: 'Pune' } });
  // @ts-expect-error the identifier is `phone`
  upsertLead(telecrm, { fields: { phone } }, { identifier: 'email' });
  upsertLead(emails, { fields: { phone } }, { identifier: 'email' });
  // @ts-expect-error the identifier is not the default
  upsertLead(emails, { fields: { phone } });
  (await findLead(telecrm, { phone }))?.fields.city satisfies string | undefined;
  // @ts-expect-error not a field
  findLead(telecrm, { phon: phone });
  for await (const outcome of ingestMany(ingest, [{ fields: { phone, city: 'Pune' } }])) {
    outcome satisfies IngestOutcome<Workspace>;
  }
  // @ts-expect-error not a field
  ingestMany(ingest, [{ fields: { phone, ctiy: 'Pune' } }]);
  const { lead } = await ingestAndVerify(ingest, telecrm, { fields: { phone } });
  lead?.fields.city satisfies string | undefined;
}

// Without a workspace type, all fields and codes compile.
async function untyped(): Promise<void> {
  const any = createSyncClient();
  any satisfies SyncClient<AnyWorkspace>;
  const lead = await any.getLead({ leadId });
  lead.fields.whatever satisfies unknown;
  const [action]: Action[] = lead.actions ?? [];
  if (action && isAction(action, 9999)) action.fields?.whatever satisfies unknown;
  isAction({ type: 'ACTION_1001' }, 1001);
  any.searchActions({ leadId, body: { type: 'PAYMENT', created_on: dateRange(1e12, 2e12) } });
}

export { helpers, responses, untyped };
