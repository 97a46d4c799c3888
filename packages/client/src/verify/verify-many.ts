import { assertAtLeast, assertSignal } from '../arguments/assert-argument.ts';
import {
  assertClient,
  assertComparison,
  assertLead,
  assertLeads,
} from '../arguments/assert-call.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import { fetchFieldRules } from '../fields/fetch-field-rules.ts';
import type { FieldRules } from '../fields/field-rules.ts';
import type { IdentifierOptions } from '../leads/identifier-options.ts';
import { sleep } from '../send/timer.ts';
import type { AnyWorkspace } from '../workspace/any-workspace.ts';
import type { AsyncLeadRequest, FoundLead } from '../workspace/leads.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import { batchesOf } from './batches.ts';
import type { ComparisonOptions } from './comparison-options.ts';
import { findLeads, maxBatch } from './find-leads.ts';
import { compareFields, type MissingValue } from './lead-snapshot.ts';

type Lead = AsyncLeadRequest;

/** Options of {@link verifyMany}. */
export interface VerifyManyOptions<W extends WorkspaceTypes = AnyWorkspace>
  extends ComparisonOptions<W> {
  /**
   * How long to wait for leads to appear as they were sent, in milliseconds from the first search. After that, each lead
   * is searched for once.
   *
   * @default 30000
   */
  pollTimeoutMs?: number | undefined;
  /** Aborts the searches and rejects. */
  signal?: AbortSignal | undefined;
}

/** The result of {@link verifyMany} for one lead. */
export interface VerifiedLead<W extends WorkspaceTypes = AnyWorkspace> {
  /** Its index among the leads that were passed, from 0. */
  readonly index: number;
  readonly lead: AsyncLeadRequest<W>;
  /**
   * - `complete`: telecrm has the lead with every value.
   * - `incomplete`: telecrm has the lead, without the values in `missing`.
   * - `not-found`: telecrm has no lead with this identifier: it is still queued, or was dropped.
   * - `unverified`: it cannot be determined; `reason` says why.
   */
  readonly outcome: 'complete' | 'incomplete' | 'not-found' | 'unverified';
  /** Why the outcome is `unverified`. */
  readonly reason: string | undefined;
  /** The values that are not stored. */
  readonly missing: readonly MissingValue[];
  /** The stored lead. */
  readonly found: FoundLead<W> | undefined;
}

/** The wait before the second search. It doubles each time. */
const firstWaitMs = 500;

/**
 * Reads leads back through the Sync API, a hundred in each search, and yields for each whether telecrm has stored it as
 * sent, in the order of the leads. A thousand leads need about ten calls.
 *
 * It compares only fields. Actions would require a call for each lead: see {@link ingestAndVerify}. If a lead occurs more
 * than once, each occurrence is compared with the final values, so an earlier one may be `incomplete`.
 *
 * @param client The client to search with.
 * @param leads The leads that were sent: any iterable or async iterable, such as a stream.
 *
 * @example
 * ```ts
 * import { createSyncClient, verifyMany } from '@telecrm/client';
 *
 * const leads = [{ fields: { phone: '919812345671' } }, { fields: { phone: '919812345670' } }];
 * for await (const { index, outcome, missing } of verifyMany(createSyncClient(), leads)) {
 *   if (outcome !== 'complete') console.warn(index, outcome, missing.map(({ path }) => path));
 * }
 * ```
 */
export function verifyMany<W extends WorkspaceTypes>(
  client: SyncClient<W>,
  leads: Iterable<AsyncLeadRequest<NoInfer<W>>> | AsyncIterable<AsyncLeadRequest<NoInfer<W>>>,
  ...options: IdentifierOptions<W, VerifyManyOptions<W>>
): AsyncGenerator<VerifiedLead<W>, void, undefined>;
export async function* verifyMany(
  client: SyncClient,
  leads: Iterable<Lead> | AsyncIterable<Lead>,
  options: VerifyManyOptions = {},
): AsyncGenerator<VerifiedLead, void, undefined> {
  assertClient('client', 'Sync', client, client?.searchLeads);
  assertLeads(leads);
  assertComparison(options);
  const { identifier = 'phone', pollTimeoutMs = 30_000, fieldRules, signal } = options;
  assertAtLeast(0, { pollTimeoutMs });
  assertSignal(signal, 'signal');
  const call = { signal };
  let deadline: number | undefined;
  let index = 0;

  async function look(batch: readonly Lead[], rules: FieldRules) {
    const found = await findLeads(client, identifier, batch, call);
    return batch.map((lead, place) => judge(lead, identifier, rules, found[place]));
  }

  for await (const batch of batchesOf(leads, maxBatch)) {
    for (const [place, lead] of batch.entries()) assertLead(`leads[${index + place}]`, lead);
    const names = new Set(batch.flatMap(({ fields }) => Object.keys(fields)));
    const rules = fieldRules ?? (await fetchFieldRules(client, [...names], call));
    deadline ??= performance.now() + pollTimeoutMs;
    const verdicts = await look(batch, rules);
    for (let waitMs = firstWaitMs; ; waitMs *= 2) {
      const open = verdicts.flatMap(({ outcome }, place) =>
        outcome === 'incomplete' || outcome === 'not-found' ? [place] : [],
      );
      const leftMs = deadline - performance.now();
      if (open.length === 0 || leftMs <= 0) break;
      // The next search rejects after an abort.
      await sleep(Math.min(waitMs, leftMs), signal).catch(() => {});
      const again = await look(
        open.flatMap((place) => batch[place] ?? []),
        rules,
      );
      for (const [position, place] of open.entries()) {
        const verdict = again[position];
        if (verdict) verdicts[place] = verdict;
      }
    }
    for (const [place, verdict] of verdicts.entries()) {
      const lead = batch[place];
      if (lead) yield { index: index++, lead, ...verdict };
    }
  }
}

type Verdict = Omit<VerifiedLead, 'index' | 'lead'>;

function judge(
  { fields }: Lead,
  identifier: string,
  rules: FieldRules,
  found: FoundLead | 'ambiguous' | undefined,
): Verdict {
  if (found === 'ambiguous') {
    const reason = `Several leads have this ${identifier}.`;
    return { outcome: 'unverified', reason, missing: [], found: undefined };
  }
  const { missing, unknown } = compareFields(fields, identifier, rules, found);
  if (!found) return { outcome: 'not-found', reason: undefined, missing, found };
  if (missing.length > 0) return { outcome: 'incomplete', reason: undefined, missing, found };
  if (unknown.length === 0) return { outcome: 'complete', reason: undefined, missing, found };
  const reason = `Dates sent as text cannot be compared without the workspace file: ${unknown.join(', ')}.`;
  return { outcome: 'unverified', reason, missing, found };
}
