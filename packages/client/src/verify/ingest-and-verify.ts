import { assertAtLeast, assertSignal } from '../arguments/assert-argument.ts';
import {
  assertActions,
  assertClient,
  assertComparison,
  assertLead,
} from '../arguments/assert-call.ts';
import type { AsyncClient } from '../clients/async-client.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import { callError } from '../errors/call-error.ts';
import { isTelecrmError, TelecrmError } from '../errors/telecrm-error.ts';
import { fetchFieldRules } from '../fields/fetch-field-rules.ts';
import type { FieldRules } from '../fields/field-rules.ts';
import type { IdentifierOptions } from '../leads/identifier-options.ts';
import type { Acknowledgement } from '../results/acknowledgement.ts';
import { sleep, startTimer } from '../send/timer.ts';
import type { AnyWorkspace } from '../workspace/any-workspace.ts';
import type { AsyncLeadRequest, FoundLead } from '../workspace/leads.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import type { ComparisonOptions } from './comparison-options.ts';
import {
  type Comparison,
  compare,
  type LeadSnapshot,
  type MissingValue,
  readSnapshot,
  wasModified,
} from './lead-snapshot.ts';
import { runExclusive } from './run-exclusive.ts';

type Lead = AsyncLeadRequest;

/** Options of {@link ingestAndVerify}. */
export interface VerifyOptions<W extends WorkspaceTypes = AnyWorkspace>
  extends ComparisonOptions<W> {
  /**
   * The time limit of the whole call, in milliseconds: reading the lead before, queueing it, and searching for it.
   *
   * @default 30000
   */
  totalTimeoutMs?: number | undefined;
  /** Ends the call. The result contains what was found until then. */
  signal?: AbortSignal | undefined;
}

/** The result of {@link ingestAndVerify}. */
export interface Verification<W extends WorkspaceTypes = AnyWorkspace> {
  /**
   * - `complete`: the lead was modified after it was sent, and every value and action is stored.
   * - `incomplete`: it was modified, but telecrm dropped the values in `missing`.
   * - `unverified`: it could not be determined in time; `reason` says why. The lead may still be queued.
   */
  readonly outcome: 'complete' | 'incomplete' | 'unverified';
  /** Whether the outcome is `complete`. */
  readonly complete: boolean;
  /** Why the outcome is `unverified`. */
  readonly reason: string | undefined;
  /** The values and actions that are not stored: all of them if there is no lead. */
  readonly missing: readonly MissingValue[];
  /** The lead as last read. */
  readonly lead: FoundLead<W> | undefined;
  /** Its ID, if the workspace returns it. */
  readonly leadId: string | undefined;
  /** The response of the Async API; undefined if it was lost, so that the lead may or may not be queued. */
  readonly acknowledgement: Acknowledgement | undefined;
  /** The last error: of queueing, if its response was lost, or of searching. */
  readonly problem: TelecrmError | undefined;
}

/** How long to wait for the rest of a lead after it was first modified. */
const lastPartMs = 3000;

/**
 * Queues a lead through the Async API, then searches for it through the Sync API until every field and action is stored
 * or the time is over, and reports what is missing.
 *
 * Rejects only if the lead was certainly not queued. If the Sync API is not available, the lead is still queued,
 * and the outcome is `unverified`. Calls for the same lead run one after another.
 *
 * @param async The client that queues.
 * @param sync The client that searches.
 *
 * @example
 * ```ts
 * import { createAsyncClient, createSyncClient, ingestAndVerify } from '@telecrm/client';
 *
 * const [ingest, telecrm] = [createAsyncClient(), createSyncClient()];
 * const lead = { fields: { phone: '919999999999', name: 'Jane Doe' } };
 * const { outcome, missing, reason } = await ingestAndVerify(ingest, telecrm, lead);
 * if (outcome !== 'complete') console.warn(outcome, reason, missing.map(({ path }) => path));
 * ```
 */
export function ingestAndVerify<W extends WorkspaceTypes>(
  async: AsyncClient<W>,
  sync: SyncClient<W>,
  lead: AsyncLeadRequest<NoInfer<W>>,
  ...options: IdentifierOptions<W, VerifyOptions<W>>
): Promise<Verification<W>>;
export async function ingestAndVerify(
  async: AsyncClient,
  sync: SyncClient,
  lead: Lead,
  options: VerifyOptions = {},
): Promise<Verification> {
  assertClient('async', 'Async', async, async?.try?.createOrUpdateLead);
  assertClient('sync', 'Sync', sync, sync?.searchLeads);
  assertLead('lead', lead);
  assertActions(lead.actions);
  assertComparison(options);
  const { identifier = 'phone', totalTimeoutMs = 30_000, fieldRules } = options;
  assertAtLeast(0, { totalTimeoutMs });
  assertSignal(options.signal, 'signal');
  const value = lead.fields[identifier];
  if (String(value ?? '').trim() === '') {
    const message = `The lead has no ${identifier}, so telecrm would silently drop it`;
    throw new TelecrmError(message, {
      code: 'NOT_SENT',
      origin: 'client',
      operationId: 'createOrUpdateLead',
    });
  }
  const deadline = startTimer(totalTimeoutMs, options.signal);
  const { signal } = deadline;
  const endedError = (mayHaveHappened: boolean) =>
    callError({
      operationId: 'createOrUpdateLead',
      ...(deadline.expired()
        ? { code: 'TIMEOUT', reason: `it took longer than ${totalTimeoutMs} ms in all` }
        : { code: 'ABORTED', reason: 'it was aborted', cause: signal.reason }),
      mayHaveHappened,
    });
  try {
    return await runExclusive(sync, String(value), signal, () =>
      verify(async, sync, lead, { identifier, totalTimeoutMs, fieldRules, signal, endedError }),
    );
  } catch (error) {
    // Only a call that was still waiting for another one rejects with the reason itself.
    throw error === signal.reason ? endedError(false) : error;
  } finally {
    deadline.clear();
  }
}

interface Settings {
  readonly identifier: string;
  readonly totalTimeoutMs: number;
  readonly fieldRules: FieldRules | undefined;
  readonly signal: AbortSignal;
  /** The error of a call that the signal ends. */
  readonly endedError: (mayHaveHappened: boolean) => TelecrmError;
}

async function verify(
  async: AsyncClient,
  sync: SyncClient,
  lead: Lead,
  { identifier, totalTimeoutMs, fieldRules, signal, endedError }: Settings,
): Promise<Verification> {
  // One attempt is enough: there will be another search.
  const search = { signal, retry: { maxAttempts: 1 } };
  let problem: TelecrmError | undefined;
  const note = (error: unknown) => {
    if (!isTelecrmError(error)) throw error;
    // Reaching the time limit is not a problem to report.
    if (!signal.aborted) problem = error;
    return undefined;
  };

  // Values that are already stored must not be mistaken for those that are sent now.
  const first = { ...search, totalTimeoutMs: totalTimeoutMs / 3 };
  let rules = fieldRules;
  const loadRules = async () => {
    rules ??= await fetchFieldRules(sync, Object.keys(lead.fields), first).catch(note);
  };
  const [before] = await Promise.all([
    readSnapshot(sync, lead, identifier, first).catch(note),
    loadRules(),
  ]);

  const queued = await async.try.createOrUpdateLead({ body: lead }, { signal });
  if (!queued.ok) {
    const { code, mayHaveHappened } = queued.error;
    problem = code === 'ABORTED' ? endedError(mayHaveHappened) : queued.error;
    if (!mayHaveHappened) throw problem;
  }

  let now: LeadSnapshot = { lead: undefined, timeline: [] };
  let comparison: Comparison = compare(lead, identifier, rules, before, now);
  let writtenAt: number | undefined;
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 1.5, 2000)) {
    const over = await sleep(waitMs, signal).then(
      () => false,
      () => true,
    );
    if (over) break;
    await loadRules();
    const seen = await readSnapshot(sync, lead, identifier, search).catch(note);
    if (!seen) continue;
    if (queued.ok) problem = undefined;
    now = seen;
    comparison = compare(lead, identifier, rules, before, now);
    if (!wasModified(before, now)) continue;
    writtenAt ??= performance.now();
    const isComplete = comparison.missing.length === 0;
    // Unknown values stay unknown, and values that are not stored by then were dropped.
    if (isComplete || performance.now() - writtenAt > lastPartMs) break;
  }

  const reason = reasonFor({ lead, before, now, rules, comparison });
  const { missing } = comparison;
  const outcome = reason ? 'unverified' : missing.length === 0 ? 'complete' : 'incomplete';
  return {
    outcome,
    complete: outcome === 'complete',
    reason,
    missing,
    lead: now.lead,
    leadId: now.lead?.id,
    acknowledgement: queued.ok ? queued.data : undefined,
    problem,
  };
}

/** Why the outcome cannot be determined; undefined if it can. */
function reasonFor(state: {
  lead: Lead;
  before: LeadSnapshot | undefined;
  now: LeadSnapshot;
  rules: FieldRules | undefined;
  comparison: Comparison;
}): string | undefined {
  const { lead, before, now, rules, comparison } = state;
  if (!before) return 'The previous state of the lead could not be read from the Sync API.';
  if (!now.lead)
    return 'No lead with this identifier was found: it is still queued, or was dropped.';
  const modified = wasModified(before, now);
  if (modified === undefined)
    return 'The lead existed before, and the response does not say when it was modified.';
  if (!modified) return 'The lead has not been modified since: it is still queued, or was dropped.';
  if (lead.actions?.length && !now.lead.id) {
    return 'The actions could not be checked: the workspace does not return the ID of the lead.';
  }
  if (!rules) return 'The types of the fields could not be read.';
  if (comparison.missing.length > 0 || comparison.unknown.length === 0) return undefined;
  return `Dates sent as text cannot be compared without the workspace file: ${comparison.unknown.join(', ')}.`;
}
