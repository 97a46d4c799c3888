import type { CallOptions } from '../clients/options.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import type { FieldRules } from '../fields/field-rules.ts';
import { type Held, holds } from '../fields/holds.ts';
import { findLead, storedValue } from '../leads/find-lead.ts';
import type { AsyncSchemas, SyncSchemas } from '../wire-types.ts';
import { missingActions, readTimeline } from './timeline.ts';

/** What a look at the Sync API has found. */
export interface Sighting {
  readonly lead: SyncSchemas['FoundLead'] | undefined;
  readonly timeline: readonly SyncSchemas['Action'][];
}

/** Something that was queued and cannot be found. */
export interface MissingValue {
  /** Where it stands in the lead: `fields.rating` or `actions[0]`. */
  readonly path: string;
  readonly sent: unknown;
  /** The value that is there instead, if there is one. */
  readonly stored?: unknown;
}

/** What of a lead is there. */
export interface Comparison {
  readonly missing: readonly MissingValue[];
  /** The fields that cannot be compared. */
  readonly unknown: readonly string[];
}

type Lead = AsyncSchemas['AsyncLeadRequest'];

/** Looks for a lead by its identifier, and for entries of its timeline that could be its actions. */
export async function sightLead(
  client: SyncClient,
  lead: Lead,
  identifier: string,
  options: CallOptions,
): Promise<Sighting> {
  const found = await findLead(client, { [identifier]: String(lead.fields[identifier]) }, options);
  const { actions = [] } = lead;
  const timeline =
    found?.id && actions.length > 0 ? await readTimeline(client, found.id, actions, options) : [];
  return { lead: found, timeline };
}

/** What of a lead a sighting shows, apart from the actions that were there before. */
export function compare(
  { fields, actions = [] }: Lead,
  identifier: string,
  rules: FieldRules | undefined,
  before: Sighting | undefined,
  now: Sighting,
): Comparison {
  const { missing, unknown } = compareFields(fields, identifier, rules, now.lead);
  const missingActionValues = missingActions(actions, before?.timeline ?? [], now.timeline).map(
    (index) => ({ path: `actions[${index}]`, sent: actions[index] }),
  );
  return { missing: [...missing, ...missingActionValues], unknown };
}

/** Which of the fields that were sent a lead has. */
export function compareFields(
  fields: Lead['fields'],
  identifier: string,
  rules: FieldRules | undefined,
  lead: Sighting['lead'],
): Comparison {
  const missing: MissingValue[] = [];
  const unknown: string[] = [];
  for (const [name, sent] of Object.entries(fields)) {
    // The lead was found by its identifier.
    if (lead && name === identifier) continue;
    const stored = lead && storedValue(lead, name);
    const path = `fields.${name}`;
    const held = compareField(rules, name, sent, stored);
    if (held === 'unknown') unknown.push(path);
    if (held === 'no') missing.push({ path, sent, ...(stored !== undefined && { stored }) });
  }
  return { missing, unknown };
}

function compareField(
  rules: FieldRules | undefined,
  name: string,
  sent: unknown,
  stored: unknown,
): Held {
  if (rules) return rules.holds(name, sent, stored);
  return stored === undefined ? holds(undefined, sent, stored) : 'unknown';
}

/** Whether a lead was written between two sightings; undefined if that cannot be determined. */
export function wasModified(before: Sighting | undefined, now: Sighting): boolean | undefined {
  if (!before) return undefined;
  if (!now.lead) return false;
  if (!before.lead) return true;
  const [earlier, later] = [before, now].map(({ lead }) => lead?.fields.modified_on);
  if (typeof earlier !== 'number' || typeof later !== 'number') return undefined;
  return later > earlier;
}
