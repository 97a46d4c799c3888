import { type ActionResult, createActionRecords, writeActions } from '../actions/write-actions.ts';
import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor, fieldsOfRequest } from '../context/members.ts';
import { addNewOptions, leadOptionKey } from '../context/options.ts';
import type { ParsedFields } from '../fields/index.ts';
import { droppedParts, droppedWithLead } from '../leads/dropped-parts.ts';
import { withoutLockedFields } from '../leads/locked-fields.ts';
import { type ParsedLead, parseLeadInSlices } from '../leads/parse-lead.ts';
import { type Remark, toRemarkWithFix } from '../results/dropped-value.ts';
import { fieldLabel } from '../text/format.ts';

/** A remark on one request to the Async API. */
export interface IngestionRemark extends Omit<Remark, 'status'> {
  /** `CLEARED`: an empty value has removed the value of a field of an existing lead. */
  status: Remark['status'] | 'CLEARED';
}

/** The outcome of one request to the Async API. telecrm itself does not report it. */
export interface Ingestion {
  /** `PARTIAL`: the lead was created or updated, and at least one of its actions was dropped. */
  outcome: 'CREATED' | 'UPDATED' | 'PARTIAL' | 'DROPPED';
  /** `null` if the lead was dropped. */
  lead_id: string | null;
  /** One entry for each action sent, in the order sent. */
  actions: ActionResult[];
  /** What was dropped or cleared, each with the reason and the fix. */
  remarks: IngestionRemark[];
}

/**
 * Creates or updates a lead, as the Async API does once a request leaves its queue. It never fails: invalid values are
 * dropped, and a lead without a valid identifier is dropped as a whole.
 */
export async function ingest(context: WorkspaceContext, body: unknown): Promise<Ingestion> {
  const rules = await fieldRulesFor(context, context.store, fieldsOfRequest(body));
  const parsed = await parseLeadInSlices(context, body, 'async', rules);
  const { identifier } = parsed;
  if (identifier === undefined) {
    const dropped = droppedWithLead(context, body, parsed, rules, 'so the whole lead was dropped');
    return {
      outcome: 'DROPPED',
      lead_id: null,
      actions: parsed.actions.map(() => ({ action_id: null, status: 'IGNORED' })),
      remarks: dropped.map(toRemarkWithFix),
    };
  }
  const { fields, isNew, leadId, cleared, actions } = await writeLead(context, parsed, identifier);
  const dropped = droppedParts({ ...parsed, fields }, isNew).map(toRemarkWithFix);
  return {
    outcome: outcomeOf(isNew, actions),
    lead_id: leadId,
    actions,
    remarks: [...dropped, ...cleared.map(toClearedRemark)],
  };
}

function outcomeOf(isNew: boolean, actions: readonly ActionResult[]): Ingestion['outcome'] {
  if (actions.some(({ status }) => status === 'IGNORED')) return 'PARTIAL';
  return isNew ? 'CREATED' : 'UPDATED';
}

function toClearedRemark(apiName: string): IngestionRemark {
  const remark = `${fieldLabel(apiName)} was cleared by an empty string: leave it out to keep its value`;
  return { field: `fields.${apiName}`, status: 'CLEARED', remark };
}

interface WrittenLead {
  leadId: string;
  /** The fields, except for locked ones. */
  fields: ParsedFields;
  isNew: boolean;
  /** The fields whose value was removed. */
  cleared: string[];
  actions: ActionResult[];
}

function writeLead(
  context: WorkspaceContext,
  parsed: ParsedLead,
  identifier: string,
): Promise<WrittenLead> {
  const { store, clock, generateId, leadFields } = context;
  const { actions } = parsed;
  return store.transaction(async (transaction) => {
    const existing = await transaction.findLead(identifier);
    const changes = existing ? withoutLockedFields(context, parsed.fields) : parsed.fields;
    const { stored, cleared } = changes;
    const fields = Object.fromEntries(stored);
    const modifiedOn = clock();
    const leadId = existing?.id ?? generateId();
    if (existing) await transaction.changeLead(leadId, { set: fields, unset: cleared, modifiedOn });
    else {
      const lead = { id: leadId, identifier, fields, createdOn: modifiedOn, modifiedOn };
      await transaction.insertLead(lead);
    }
    await addNewOptions(transaction, stored, leadFields, leadOptionKey);
    const { records, results } = await createActionRecords(context, leadId, actions);
    await writeActions(transaction, records, actions);
    return {
      leadId,
      fields: changes,
      isNew: existing === undefined,
      cleared: cleared.filter((apiName) => existing && Object.hasOwn(existing.fields, apiName)),
      actions: results,
    };
  });
}
