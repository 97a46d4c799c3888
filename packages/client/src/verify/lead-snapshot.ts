import type { CallOptions } from '../clients/options.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import type { FieldRules } from '../fields/field-rules.ts';
import { type Match, matchValue } from '../fields/match-value.ts';
import { findLead, storedValue } from '../leads/find-lead.ts';
import type { AsyncSchemas, SyncSchemas } from '../wire-types.ts';
import { missingActions, readTimeline } from './timeline.ts';

/** A lead and its actions as the Sync API returns them at one point in time. */
export interface LeadSnapshot {
  readonly lead: SyncSchemas['FoundLead'] | undefined;
  readonly timeline: readonly SyncSchemas['Action'][];
}

/** A value that was sent but is not stored. */
export interface MissingValue {
  /** Its path in the lead: `fields.rating` or `actions[0]`. */
  readonly path: string;
  readonly sent: unknown;
  /** The value that is stored instead, if there is one. */
  readonly stored?: unknown;
}

/** The result of comparing a lead with a snapshot. */
export interface Comparison {
  readonly missing: readonly MissingValue[];
  /** The fields that cannot be compared. */
  readonly unknown: readonly string[];
}

type Lead = AsyncSchemas['AsyncLeadRequest'];

/** Reads a lead by its identifier, and the actions of its timeline that have the same types as those of the lead. */
export async function readSnapshot(
  client: SyncClient,
  lead: Lead,
  identifier: string,
  options: CallOptions,
): Promise<LeadSnapshot> {
  const found = await findLead(client, { [identifier]: String(lead.fields[identifier]) }, options);
  const { actions = [] } = lead;
  const timeline =
    found?.id && actions.length > 0 ? await readTimeline(client, found.id, actions, options) : [];
  return { lead: found, timeline };
}

/** Compares a lead with a snapshot. Actions that are in the earlier snapshot do not count. */
export function compare(
  { fields, actions = [] }: Lead,
  identifier: string,
  rules: FieldRules | undefined,
  before: LeadSnapshot | undefined,
  now: LeadSnapshot,
): Comparison {
  const { missing, unknown } = compareFields(fields, identifier, rules, now.lead);
  const missingActionValues = missingActions(actions, before?.timeline ?? [], now.timeline).map(
    (index) => ({ path: `actions[${index}]`, sent: actions[index] }),
  );
  return { missing: [...missing, ...missingActionValues], unknown };
}

/** Compares the fields that were sent with those of the stored lead. */
export function compareFields(
  fields: Lead['fields'],
  identifier: string,
  rules: FieldRules | undefined,
  lead: LeadSnapshot['lead'],
): Comparison {
  const missing: MissingValue[] = [];
  const unknown: string[] = [];
  for (const [name, sent] of Object.entries(fields)) {
    // The lead was found by its identifier.
    if (lead && name === identifier) continue;
    const stored = lead && storedValue(lead, name);
    const path = `fields.${name}`;
    const match = compareField(rules, name, sent, stored);
    if (match === 'unknown') unknown.push(path);
    if (match === 'no') missing.push({ path, sent, ...(stored !== undefined && { stored }) });
  }
  return { missing, unknown };
}

function compareField(
  rules: FieldRules | undefined,
  name: string,
  sent: unknown,
  stored: unknown,
): Match {
  if (rules) return rules.match(name, sent, stored);
  return stored === undefined ? matchValue(undefined, sent, stored) : 'unknown';
}

/** Whether a lead was written between two snapshots; undefined if that cannot be determined. */
export function wasModified(
  before: LeadSnapshot | undefined,
  now: LeadSnapshot,
): boolean | undefined {
  if (!before) return undefined;
  if (!now.lead) return false;
  if (!before.lead) return true;
  const [earlier, later] = [before, now].map(({ lead }) => lead?.fields.modified_on);
  if (typeof earlier !== 'number' || typeof later !== 'number') return undefined;
  return later > earlier;
}
