import type { CallOptions } from '../clients/options.ts';
import type { SyncClient } from '../clients/sync-client.ts';
import { bareType } from '../values/action-types.ts';
import type { ActionNumber } from '../values/custom-action-type.ts';
import { isSameValue } from '../values/same-value.ts';
import type { Action, AsyncAction } from '../workspace/actions.ts';

type Stored = Action;
type Sent = AsyncAction;

/** Reads the entries of a lead's timeline that have the types of the actions. */
export async function readTimeline(
  sync: SyncClient,
  leadId: string,
  sent: readonly Sent[],
  options: CallOptions,
): Promise<Stored[]> {
  const types = new Set(sent.map(filterOf));
  const found: Stored[] = [];
  for (const type of types) {
    for await (const action of sync.searchActions.all({ leadId, body: { type } }, options)) {
      found.push(action);
    }
  }
  return found;
}

/** The type of an action in a filter: without the prefix. */
function filterOf({ type }: Sent): ActionNumber | 'PAYMENT' {
  // Without its prefix, the code of a custom action is its number, which no type can express.
  return bareType(type) as ActionNumber | 'PAYMENT';
}

/** The indexes of the actions that are not on the timeline, or already were before. */
export function missingActions(
  sent: readonly Sent[],
  before: readonly Stored[],
  now: readonly Stored[],
): number[] {
  const free = without(now, before);
  return sent.flatMap((action, index) => {
    const match = free.findIndex((stored) => isThis(action, stored));
    if (match < 0) return [index];
    free.splice(match, 1);
    return [];
  });
}

/** The new entries, by ID if there are IDs; otherwise by content and count. */
function without(now: readonly Stored[], before: readonly Stored[]): Stored[] {
  const old = before.map(keyOf);
  return now.filter((action) => {
    const place = old.indexOf(keyOf(action));
    if (place >= 0) old.splice(place, 1);
    return place < 0;
  });
}

function keyOf(action: Stored): string {
  return action.id ?? JSON.stringify(action);
}

function isThis(sent: Sent, stored: Stored): boolean {
  if (bareType(sent.type) !== bareType(stored.type)) return false;
  const { type: _, ...rest } = sent;
  // The values of a payment are next to its type, those of a custom action in `fields`.
  const { fields = {}, ...others } = rest as { fields?: Record<string, unknown> };
  return hasValues(others, stored) && hasValues(fields, stored.fields ?? {});
}

function hasValues(sent: object, stored: object): boolean {
  const there = new Map(Object.entries(stored));
  return Object.entries(sent).every(([name, value]) => isSameValue(value, there.get(name)));
}
