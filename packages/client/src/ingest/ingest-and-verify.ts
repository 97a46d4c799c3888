import type { AsyncClient } from '../clients/async-client.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import { TelecrmError } from '../errors/telecrm-error.ts';
import { findLead, storedValue } from '../leads/find-lead.ts';
import { sleep } from '../request/timer.ts';
import type { Acknowledgement } from '../results/acknowledgement.ts';
import { isSameValue } from '../values/same-value.ts';
import type { AsyncSchemas, SyncSchemas } from '../wire-types.ts';
import { missingActions, readTimeline } from './timeline.ts';

/** Options of {@link ingestAndVerify}. */
export interface VerifyOptions {
  /**
   * The API name of the field by which the workspace tells leads apart.
   *
   * @default 'phone'
   */
  identifier?: string | undefined;
  /**
   * How long to look for what was sent.
   *
   * @default 30000
   */
  totalTimeoutMs?: number | undefined;
  /** Ends the looking, or the queueing. */
  signal?: AbortSignal | undefined;
}

/** Something that was queued and cannot be found. */
export interface MissingValue {
  /** Where it stands in the lead: `fields.rating` or `actions[0]`. */
  readonly path: string;
  readonly sent: unknown;
  /** The value that is there instead, if there is one. */
  readonly stored?: unknown;
}

/** What {@link ingestAndVerify} found. */
export interface Verification {
  /** Whether all that was sent is there. */
  readonly complete: boolean;
  /** What is not there. With no lead, that is everything. */
  readonly missing: readonly MissingValue[];
  /** The lead as last seen. */
  readonly lead: SyncSchemas['FoundLead'] | undefined;
  /** Its ID, where the workspace tells it. */
  readonly leadId: string | undefined;
  /** Whether the actions could be looked for: that takes the lead's ID. */
  readonly actionsSeen: boolean;
  readonly acknowledgement: Acknowledgement;
  /** The last failure of the looking, if it failed to the end. The lead is queued all the same. */
  readonly problem: TelecrmError | undefined;
}

/**
 * Queues a lead on the Async API, then looks for it on the Sync API until every field and action
 * is there or the time is over, and reports what is missing. The Async API itself never says.
 *
 * Rejects only before the lead is queued; from then on it reports.
 *
 * @example
 * ```ts
 * import { createAsyncClient, createSyncClient, ingestAndVerify } from '@telecrm/client';
 *
 * const [ingest, telecrm] = [createAsyncClient(), createSyncClient()];
 * const lead = { fields: { phone: '919999999999', name: 'Jane Doe' } };
 * const { complete, missing } = await ingestAndVerify(ingest, telecrm, lead);
 * if (!complete) console.warn(missing.map(({ path }) => path));
 * ```
 */
export async function ingestAndVerify(
  async: AsyncClient,
  sync: SyncClient,
  lead: AsyncSchemas['AsyncLeadRequest'],
  options: VerifyOptions = {},
): Promise<Verification> {
  const { identifier = 'phone', totalTimeoutMs = 30_000, signal } = options;
  const { fields, actions = [] } = lead;
  const value = fields[identifier];
  if (value === undefined || value === '') {
    const message = `The lead has no ${identifier}, so telecrm would drop it without a word`;
    throw new TelecrmError(message, {
      code: 'NOT_SENT',
      origin: 'client',
      operationId: 'createOrUpdateLead',
    });
  }
  // What is on the timeline already must not be taken for what is sent now.
  const before = await look();
  const acknowledgement = await async.createOrUpdateLead({ body: lead }, { signal });

  const limit = AbortSignal.timeout(totalTimeoutMs);
  const ends = signal ? AbortSignal.any([signal, limit]) : limit;
  let seen: Seen = { lead: undefined, timeline: [] };
  let problem: TelecrmError | undefined;
  let missing = missingFrom(seen);
  for (let wait = 100; missing.length > 0; wait = Math.min(wait * 1.5, 2000)) {
    const over = await sleep(wait, ends).then(
      () => false,
      () => true,
    );
    if (over) break;
    try {
      seen = await look(ends);
      missing = missingFrom(seen);
      problem = undefined;
    } catch (error) {
      // The end of the time is no problem of its own.
      if (error instanceof TelecrmError && !ends.aborted) problem = error;
    }
  }
  const { lead: found } = seen;
  const actionsSeen = actions.length === 0 || found?.id !== undefined;
  const complete = missing.length === 0;
  return {
    complete,
    missing,
    lead: found,
    leadId: found?.id,
    actionsSeen,
    acknowledgement,
    problem,
  };

  interface Seen {
    lead: SyncSchemas['FoundLead'] | undefined;
    timeline: SyncSchemas['Action'][];
  }

  async function look(until = signal): Promise<Seen> {
    const found = await findLead(sync, { [identifier]: String(value) }, { signal: until });
    const timeline = found?.id
      ? await readTimeline(sync, found.id, actions, { signal: until })
      : [];
    return { lead: found, timeline };
  }

  function missingFrom({ lead: found, timeline }: Seen): MissingValue[] {
    const absent = Object.entries(fields).flatMap(([name, sent]): MissingValue[] => {
      const stored = found && storedValue(found, name);
      if (isSameValue(sent, stored)) return [];
      return [{ path: `fields.${name}`, sent, ...(stored !== undefined && { stored }) }];
    });
    const indexes = missingActions(actions, before.timeline, timeline);
    const dropped = indexes.map((index) => ({ path: `actions[${index}]`, sent: actions[index] }));
    return [...absent, ...dropped];
  }
}
