import type { CallOptions } from '../clients/options.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import { findLead, storedValue } from '../leads/find-lead.ts';
import type { AsyncSchemas, SyncSchemas } from '../wire-types.ts';
import type { FieldTypes } from './field-types.ts';
import { holds } from './holds.ts';
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
  types: FieldTypes | undefined,
  before: Sighting | undefined,
  now: Sighting,
): Comparison {
  const missing: MissingValue[] = [];
  const unknown: string[] = [];
  for (const [name, sent] of Object.entries(fields)) {
    const stored = now.lead && storedValue(now.lead, name);
    // The lead was found by its identifier.
    if (now.lead && name === identifier) continue;
    const held = types || stored === undefined ? holds(types?.get(name), sent, stored) : 'unknown';
    if (held === 'unknown') unknown.push(`fields.${name}`);
    const path = `fields.${name}`;
    if (held === 'no') missing.push({ path, sent, ...(stored !== undefined && { stored }) });
  }
  for (const index of missingActions(actions, before?.timeline ?? [], now.timeline)) {
    missing.push({ path: `actions[${index}]`, sent: actions[index] });
  }
  return { missing, unknown };
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
