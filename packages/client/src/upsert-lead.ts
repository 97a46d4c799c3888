import { isTelecrmError, TelecrmError } from './error.ts';
import { findLead } from './find-lead.ts';
import type { CallOptions } from './options.ts';
import type { SyncClient } from './sync.ts';
import type { SyncSchemas } from './wire.ts';

/** Options of {@link upsertLead}. */
export interface UpsertOptions extends CallOptions {
  /** The client to write with. */
  sync: SyncClient;
  /**
   * The API name of the field by which the workspace tells leads apart.
   *
   * @default 'phone'
   */
  identifier?: string | undefined;
}

/** What {@link upsertLead} did. */
export type Upserted =
  | {
      readonly did: 'created';
      readonly leadId: string;
      /** What was created, and what was left out. */
      readonly lead: SyncSchemas['WriteResult'];
    }
  | {
      readonly did: 'updated';
      readonly leadId: string;
      /** The lead afterwards; undefined when there was nothing to update but the identifier. */
      readonly lead: SyncSchemas['UpdatedLead'] | undefined;
      /** What became of the actions; undefined when there were none. */
      readonly actions: SyncSchemas['WriteResult'] | undefined;
    };

/**
 * Creates a lead or, if there is one with its identifier already, updates that one and appends
 * the actions to it. The Async API does the same in one call, without saying what came of it.
 *
 * Rejects with `LEAD_WITHOUT_ID` when the lead exists but the search does not tell its ID.
 *
 * @example
 * ```ts
 * import { createSyncClient, upsertLead } from '@telecrm/client';
 *
 * const sync = createSyncClient();
 * const { did, leadId } = await upsertLead({ fields: { phone: '919999999999' } }, { sync });
 * console.log(did, leadId);
 * ```
 */
export async function upsertLead(
  lead: SyncSchemas['CreateLeadRequest'],
  { sync, identifier = 'phone', ...options }: UpsertOptions,
): Promise<Upserted> {
  try {
    const created = await sync.createLead({ body: lead }, options);
    return { did: 'created', leadId: created.lead_id, lead: created };
  } catch (error) {
    if (!isTelecrmError(error, 'LEAD_ALREADY_EXISTS')) throw error;
    const leadId = await idOf(sync, identifier, lead, options, error);
    const { [identifier]: _, ...fields } = lead.fields;
    const { actions = [] } = lead;
    const changes = Object.keys(fields).length > 0;
    return {
      did: 'updated',
      leadId,
      lead: changes ? await sync.updateLead({ leadId, body: { fields } }, options) : undefined,
      actions:
        actions.length > 0
          ? await sync.createActions({ leadId, body: { actions } }, options)
          : undefined,
    };
  }
}

async function idOf(
  sync: SyncClient,
  identifier: string,
  { fields }: SyncSchemas['CreateLeadRequest'],
  options: CallOptions,
  cause: unknown,
): Promise<string> {
  const found = await findLead(sync, identifier, fields[identifier], options);
  if (found?.id) return found.id;
  const message = found
    ? 'The lead exists, but this workspace does not tell the IDs of the leads it finds. Keep the lead_id of createLead, or send the lead through the Async API, which needs none.'
    : `The lead exists, but no lead has this ${identifier}. Is ${identifier} the field by which the workspace tells leads apart?`;
  throw new TelecrmError(message, {
    code: 'LEAD_WITHOUT_ID',
    operationId: 'searchLeads',
    cause,
  });
}
