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
 * Parses a snapshot; for an invalid one, the result has the reason.
 *
 * @example
 * ```ts
 * import { readSnapshot } from '@telecrm/workspace/store';
 *
 * const read = readSnapshot(JSON.parse('{}'));
 * if (!read.ok) console.error(read.reason);
 * ```
 */
export function readSnapshot(
  value: unknown,
): { ok: true; snapshot: Snapshot } | { ok: false; reason: string } {
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
    const bad = items.findIndex((item) => !fits(item));
    if (bad !== -1) return invalid(`\`${part}[${bad}]\` is not valid`);
  }
  // Each part has been checked above.
  const snapshot = value as Snapshot;
  const wrong = mismatch(snapshot);
  return wrong ? invalid(wrong) : { ok: true, snapshot };
}

function invalid(why: string): { ok: false; reason: string } {
  return { ok: false, reason: `The snapshot cannot be used: ${why}.` };
}

function mismatch({ leads, actions, members }: Snapshot): string | undefined {
  const ids = new Set(leads.map(({ id }) => id));
  if (ids.size < leads.length) return 'two leads have the same ID';
  if (new Set(leads.map(({ identifier }) => identifier)).size < leads.length) {
    return 'two leads have the same identifier';
  }
  if (!actions.every(({ leadId }) => ids.has(leadId)))
    return 'an action belongs to an unknown lead';
  if (new Set(actions.map(({ leadId, id }) => `${leadId} ${id}`)).size < actions.length) {
    return 'two actions of a lead have the same ID';
  }
  const emails = new Set(members.map(({ identifier }) => identifier));
  return emails.size < members.length ? 'two members have the same email address' : undefined;
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
