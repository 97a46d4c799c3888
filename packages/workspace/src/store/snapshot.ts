import { findIndexInSlices } from '../event-loop/time-slice.ts';
import { getOwn, isInstant, isObject } from '../json/json.ts';
import type { ActionRecord, LeadRecord, MemberRecord } from './records.ts';

/** The content of a store, oldest first. */
export interface Snapshot {
  leads: readonly LeadRecord[];
  actions: readonly ActionRecord[];
  members: readonly MemberRecord[];
  options: readonly { field: string; labels: readonly string[] }[];
}

const format = 'telecrm-workspace';
const version = 1;

/**
 * Creates the snapshot of a store's content.
 *
 * @example
 * ```ts
 * import { snapshotOf } from '@telecrm/workspace/store';
 *
 * const empty = snapshotOf({ leads: [], actions: [], members: [], options: [] });
 * ```
 */
export function snapshotOf(content: Snapshot): unknown {
  return { format, version, ...content };
}

/**
 * Parses a snapshot; for an invalid one, the result has the reason. A large one does not block the event loop.
 *
 * @example
 * ```ts
 * import { readSnapshot } from '@telecrm/workspace/store';
 *
 * const read = await readSnapshot(JSON.parse('{}'));
 * if (!read.ok) console.error(read.reason);
 * ```
 */
export async function readSnapshot(
  value: unknown,
): Promise<{ ok: true; snapshot: Snapshot } | { ok: false; reason: string }> {
  if (getOwn(value, 'format') !== format) return invalid(`it is not a ${format} snapshot`);
  if (getOwn(value, 'version') !== version) {
    return invalid(
      `it is of version ${JSON.stringify(getOwn(value, 'version'))}, this is ${version}`,
    );
  }
  const parts: Record<keyof Snapshot, (item: unknown) => boolean> = {
    leads: isLead,
    actions: isAction,
    members: isMember,
    options: isOptions,
  };
  for (const [part, fits] of Object.entries(parts)) {
    const items = getOwn(value, part);
    if (!Array.isArray(items)) return invalid(`\`${part}\` is missing`);
    const bad = await findIndexInSlices(items, (item) => !fits(item));
    if (bad !== -1) return invalid(`\`${part}[${bad}]\` is not valid`);
  }
  // Each part has been checked above.
  const snapshot = value as Snapshot;
  const wrong = await mismatch(snapshot);
  return wrong ? invalid(wrong) : { ok: true, snapshot };
}

function invalid(why: string): { ok: false; reason: string } {
  return { ok: false, reason: `The snapshot cannot be used: ${why}.` };
}

async function mismatch({ leads, actions, members }: Snapshot): Promise<string | undefined> {
  const ids = new Set<string>();
  if (await hasDuplicates(leads, ({ id }) => id, ids)) return 'two leads have the same ID';
  if (await hasDuplicates(leads, ({ identifier }) => identifier)) {
    return 'two leads have the same identifier';
  }
  if ((await findIndexInSlices(actions, ({ leadId }) => !ids.has(leadId))) !== -1)
    return 'an action belongs to an unknown lead';
  if (await hasDuplicates(actions, ({ leadId, id }) => `${leadId} ${id}`)) {
    return 'two actions of a lead have the same ID';
  }
  const isEmailTwice = await hasDuplicates(members, ({ identifier }) => identifier);
  return isEmailTwice ? 'two members have the same email address' : undefined;
}

/** Whether two items have the same key. Adds the keys to a set. */
async function hasDuplicates<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  keys = new Set<string>(),
): Promise<boolean> {
  const twice = (item: T) => keys.size === keys.add(keyOf(item)).size;
  return (await findIndexInSlices(items, twice)) !== -1;
}

function isLead(item: unknown): boolean {
  return areTexts(item, ['id', 'identifier']) && areTimes(item) && isFields(getOwn(item, 'fields'));
}

function isAction(item: unknown): boolean {
  const fields = getOwn(item, 'fields');
  const data = getOwn(item, 'data');
  return (
    areTexts(item, ['id', 'leadId', 'type', 'performedBy']) &&
    areTimes(item) &&
    (fields === undefined || isFields(fields)) &&
    (data === undefined || isObject(data))
  );
}

function isMember(item: unknown): boolean {
  return areTexts(item, ['identifier']) && isTeamMember(getOwn(item, 'member'));
}

function isTeamMember(item: unknown): boolean {
  const nullable = ['manager_name', 'manager_email', 'permission_template_name'];
  return (
    areTexts(item, ['name', 'email', 'status', 'phone_number']) &&
    nullable.every((key) => getOwn(item, key) === null || typeof getOwn(item, key) === 'string') &&
    (getOwn(item, 'license') === null || isObject(getOwn(item, 'license')))
  );
}

function isOptions(item: unknown): boolean {
  return areTexts(item, ['field']) && isTexts(getOwn(item, 'labels'));
}

function areTexts(item: unknown, keys: readonly string[]): boolean {
  return keys.every((key) => typeof getOwn(item, key) === 'string');
}

function areTimes(item: unknown): boolean {
  return isInstant(getOwn(item, 'createdOn')) && isInstant(getOwn(item, 'modifiedOn'));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isFields(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.values(value).every(
      (one) => typeof one === 'string' || Number.isFinite(one) || isTexts(one),
    )
  );
}
