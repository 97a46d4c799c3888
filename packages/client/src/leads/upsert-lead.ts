import { assertArgument, assertOptions } from '../arguments/assert-argument.ts';
import { assertActions, assertClient, assertLead } from '../arguments/assert-call.ts';
import type { CallOptions } from '../clients/options.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import { isTelecrmError, TelecrmError } from '../errors/telecrm-error.ts';
import { fetchFieldRules } from '../fields/fetch-field-rules.ts';
import { isObject } from '../request/body.ts';
import { type IgnoredValue, ignoredValues } from '../results/ignored-values.ts';
import type { SyncSchemas } from '../wire-types.ts';
import type { AnyWorkspace } from '../workspace/any-workspace.ts';
import type { CreateLeadRequest, UpdatedLead } from '../workspace/leads.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import { findLead } from './find-lead.ts';
import type { IdentifierOptions } from './identifier-options.ts';

/** Options of {@link upsertLead}. */
export interface UpsertLeadOptions<W extends WorkspaceTypes = AnyWorkspace> extends CallOptions {
  /**
   * The API name of the field by which the workspace identifies leads.
   *
   * @default 'phone'
   */
  identifier?: W['identifier'] | undefined;
  /**
   * Fields to set only on a new lead. They do not change an existing lead. Use it for fields that your team edits, such as
   * the status.
   */
  createOnly?: W['lead']['update'] | undefined;
}

/** The result of {@link upsertLead}. */
export type UpsertResult<W extends WorkspaceTypes = AnyWorkspace> = {
  readonly leadId: string;
  /** The values that were sent but not stored. */
  readonly ignored: readonly IgnoredValue[];
} & (
  | {
      readonly outcome: 'created';
      readonly lead: SyncSchemas['WriteResult'];
    }
  | {
      readonly outcome: 'updated';
      /** The updated lead; undefined if there was nothing to update except the identifier. */
      readonly lead: UpdatedLead<W> | undefined;
      /** The results of the actions; undefined if there were none. */
      readonly actions: SyncSchemas['WriteResult'] | undefined;
    }
);

/**
 * Creates a lead. If one with the same identifier exists, updates it and appends the actions. The Async API does the
 * same in one call, but does not report the outcome.
 *
 * Rejects with `LEAD_NOT_IDENTIFIED` if the lead exists but a search does not identify it.
 *
 * @param client The client to write with.
 * @param lead The lead, and the actions to append.
 *
 * @example
 * ```ts
 * import { createSyncClient, upsertLead } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const lead = { fields: { phone: '919999999999', name: 'Jane Doe' } };
 * const { outcome, leadId } = await upsertLead(telecrm, lead, { createOnly: { status: 'Fresh' } });
 * console.log(outcome, leadId);
 * ```
 */
export function upsertLead<W extends WorkspaceTypes>(
  client: SyncClient<W>,
  lead: CreateLeadRequest<NoInfer<W>>,
  ...options: IdentifierOptions<W, UpsertLeadOptions<W>>
): Promise<UpsertResult<W>>;
export async function upsertLead(
  client: SyncClient,
  lead: CreateLeadRequest,
  upsertOptions: UpsertLeadOptions = {},
): Promise<UpsertResult> {
  assertClient('client', 'Sync', client, client?.createLead);
  assertLead('lead', lead);
  assertActions(lead.actions);
  assertOptions(upsertOptions);
  const { identifier = 'phone', createOnly = {}, ...options } = upsertOptions;
  assertArgument(isObject(createOnly), 'createOnly must be an object of fields', createOnly);
  try {
    const body = { ...lead, fields: { ...createOnly, ...lead.fields } };
    const created = await client.createLead({ body }, options);
    const ignored = ignoredValues(created, body);
    return { outcome: 'created', leadId: created.lead_id, lead: created, ignored };
  } catch (error) {
    if (!isTelecrmError(error, 'LEAD_ALREADY_EXISTS')) throw error;
    return updateKnown(client, lead, identifier, options, error);
  }
}

async function updateKnown(
  client: SyncClient,
  lead: CreateLeadRequest,
  identifier: string,
  options: CallOptions,
  cause: unknown,
): Promise<UpsertResult> {
  const { [identifier]: value, ...fields } = lead.fields;
  const leadId = await idOf(client, identifier, value, options, cause);
  const { actions = [] } = lead;
  const names = Object.keys(fields);
  // Without the rules, values are compared by their form.
  const rules =
    names.length > 0 ? fetchFieldRules(client, names, options).catch(() => undefined) : undefined;
  const updated =
    names.length > 0 ? await client.updateLead({ leadId, body: { fields } }, options) : undefined;
  const appended =
    actions.length > 0
      ? await client.createActions({ leadId, body: { actions } }, options)
      : undefined;
  const ignored = [
    ...(updated ? ignoredValues(updated, { fields }, { fieldRules: await rules }) : []),
    ...(appended ? ignoredValues(appended, { actions }) : []),
  ];
  return { outcome: 'updated', leadId, lead: updated, actions: appended, ignored };
}

async function idOf(
  client: SyncClient,
  identifier: string,
  value: unknown,
  options: CallOptions,
  cause: unknown,
): Promise<string> {
  // An identifier is text: of type phone, email or text.
  const found = await findLead(client, { [identifier]: String(value) }, options);
  if (found?.id) return found.id;
  const message = found
    ? 'The lead exists, but searches in this workspace return no IDs. Keep the lead_id of createLead, or send the lead through the Async API, which needs none.'
    : `The lead exists, but no lead has this ${identifier}. Is ${identifier} the field by which the workspace identifies leads?`;
  throw new TelecrmError(message, {
    code: 'LEAD_NOT_IDENTIFIED',
    origin: 'client',
    operationId: 'searchLeads',
    cause,
  });
}
