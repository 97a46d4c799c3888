import { type ActionResult, createActionRecords, writeActions } from '../actions/write-actions.ts';
import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor, fieldsOfRequest } from '../context/members.ts';
import { addNewOptions, leadOptionKey } from '../context/options.ts';
import type { FieldRules } from '../fields/index.ts';
import { getOwn, isObject } from '../json/json.ts';
import { missingIdentifier } from '../leads/identifier.ts';
import { droppedFields, type ParsedLead, parseLead } from '../leads/parse-lead.ts';
import {
  type DroppedValue,
  droppedValue,
  type Remark,
  toRemarkWithFix,
} from '../results/dropped-value.ts';

/** The outcome of one request to the Async API. telecrm itself reports it to nobody. */
export interface Ingestion {
  outcome: 'CREATED' | 'UPDATED' | 'DROPPED';
  /** `null` when the lead was dropped. */
  lead_id: string | null;
  /** One for each action sent, in the order sent. */
  actions: ActionResult[];
  /** What was dropped, each with the reason and the fix. */
  remarks: Remark[];
}

/**
 * Creates or updates a lead, as the Async API does once a request leaves its queue. Nothing is refused: invalid values are
 * dropped, and a lead without a valid identifier is dropped as a whole.
 */
export async function ingest(context: WorkspaceContext, body: unknown): Promise<Ingestion> {
  const rules = await fieldRulesFor(context, context.store, fieldsOfRequest(body));
  const parsed = parseLead(context, body, 'async', rules);
  const { identifier } = parsed;
  if (identifier === undefined) return droppedLead(context, body, parsed, rules);
  const { outcome, leadId, actions } = await writeLead(context, parsed, identifier);
  const dropped = [
    ...droppedFields(parsed.fields, outcome === 'CREATED'),
    ...parsed.unknownKeys,
    ...parsed.actions.flatMap((action) => action.dropped),
  ];
  const remarks = dropped.map(toRemarkWithFix);
  return { outcome, lead_id: leadId, actions, remarks };
}

interface WrittenLead {
  leadId: string;
  outcome: 'CREATED' | 'UPDATED';
  actions: ActionResult[];
}

function writeLead(
  context: WorkspaceContext,
  { fields: { stored, cleared }, actions }: ParsedLead,
  identifier: string,
): Promise<WrittenLead> {
  const { store, clock, generateId, leadFields } = context;
  const fields = Object.fromEntries(stored);
  return store.transaction(async (transaction) => {
    const existing = await transaction.findLead(identifier);
    const modifiedOn = clock();
    const leadId = existing?.id ?? generateId();
    if (existing) await transaction.changeLead(leadId, { set: fields, unset: cleared, modifiedOn });
    else {
      const lead = { id: leadId, identifier, fields, createdOn: modifiedOn, modifiedOn };
      await transaction.insertLead(lead);
    }
    await addNewOptions(transaction, stored, leadFields, leadOptionKey);
    const { records, results } = createActionRecords(context, leadId, actions);
    await writeActions(transaction, records, actions);
    return { leadId, outcome: existing ? 'UPDATED' : 'CREATED', actions: results };
  });
}

/** The outcome of a lead without a valid identifier. */
function droppedLead(
  context: WorkspaceContext,
  body: unknown,
  parsed: ParsedLead,
  rules: FieldRules,
): Ingestion {
  const identifierField = `fields.${context.identifier.apiName}`;
  const dropped = [
    describeDroppedLead(context, body, parsed, rules),
    ...droppedFields(parsed.fields, true).filter(({ field }) => field !== identifierField),
    ...parsed.unknownKeys.filter(({ field }) => field !== 'fields'),
    ...parsed.actions.flatMap((action) => action.dropped),
  ];
  return {
    outcome: 'DROPPED',
    lead_id: null,
    actions: parsed.actions.map(() => ({ action_id: null, status: 'IGNORED' })),
    remarks: dropped.map(toRemarkWithFix),
  };
}

/** Why the whole lead was dropped, and the fix. */
function describeDroppedLead(
  context: WorkspaceContext,
  body: unknown,
  { sent, fields }: ParsedLead,
  rules: FieldRules,
): DroppedValue {
  const { apiName } = context.identifier;
  const consequence = 'so the whole lead was dropped';
  if (!isObject(getOwn(body, 'fields'))) {
    const fix = isObject(body)
      ? `wrap them, { "fields": { "${apiName}": … } }`
      : 'send a JSON object';
    return droppedValue('fields', `There are no fields, ${consequence}`, fix);
  }
  const field = `fields.${apiName}`;
  const invalid = fields.dropped.find((dropped) => dropped.apiName === apiName);
  if (invalid) return droppedValue(field, `${invalid.remark}, ${consequence}`, invalid.fix);
  const fix = missingIdentifier(context, sent, rules);
  return droppedValue(field, `The lead identifier \`${apiName}\` is missing, ${consequence}`, fix);
}
