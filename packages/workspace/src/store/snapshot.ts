import type { TeamMember } from '../definition/index.ts';
import { isInstant, isObject, own } from '../json.ts';
import type { ActionRecord, LeadRecord } from './store.ts';

/** What a store holds, oldest first. */
export interface Snapshot {
  leads: readonly LeadRecord[];
  actions: readonly ActionRecord[];
  members: readonly TeamMember[];
  options: readonly { field: string; labels: readonly string[] }[];
}

const format = 'telecrm-workspace';
const version = 1;

export function snapshotOf(content: Snapshot): unknown {
  return { format, version, ...content };
}

/** Reads a snapshot back, and says why not when it is not whole or not one of ours. */
export function readSnapshot(
  value: unknown,
): { ok: true; snapshot: Snapshot } | { ok: false; reason: string } {
  if (own(value, 'format') !== format) return torn(`it is not a ${format} snapshot`);
  if (own(value, 'version') !== version) {
    return torn(`it is of version ${JSON.stringify(own(value, 'version'))}, this is ${version}`);
  }
  const parts: Record<keyof Snapshot, (item: unknown) => boolean> = {
    leads: isLead,
    actions: isAction,
    members: isMember,
    options: isOptions,
  };
  for (const [part, fits] of Object.entries(parts)) {
    const items = own(value, part);
    if (!Array.isArray(items)) return torn(`\`${part}\` is missing`);
    const bad = items.findIndex((item) => !fits(item));
    if (bad !== -1) return torn(`\`${part}[${bad}]\` is not whole`);
  }
  // Each part has just been looked through.
  const snapshot = value as Snapshot;
  const wrong = mismatch(snapshot);
  return wrong ? torn(wrong) : { ok: true, snapshot };
}

function torn(why: string): { ok: false; reason: string } {
  return { ok: false, reason: `The snapshot cannot be used: ${why}.` };
}

function mismatch({ leads, actions, members }: Snapshot): string | undefined {
  const ids = new Set(leads.map(({ id }) => id));
  if (ids.size < leads.length) return 'two leads have one ID';
  if (new Set(leads.map(({ identifier }) => identifier)).size < leads.length) {
    return 'two leads have one identifier';
  }
  if (!actions.every(({ leadId }) => ids.has(leadId)))
    return 'an action is of a lead that is not there';
  if (new Set(actions.map(({ leadId, id }) => `${leadId} ${id}`)).size < actions.length) {
    return 'two actions of a lead have one ID';
  }
  const emails = new Set(members.map(({ email }) => email.toLowerCase()));
  return emails.size < members.length ? 'two members have one email address' : undefined;
}

function isLead(item: unknown): boolean {
  return areTexts(item, ['id', 'identifier']) && areTimes(item) && isFields(own(item, 'fields'));
}

function isAction(item: unknown): boolean {
  const fields = own(item, 'fields');
  const data = own(item, 'data');
  return (
    areTexts(item, ['id', 'leadId', 'type', 'performedBy']) &&
    areTimes(item) &&
    (fields === undefined || isFields(fields)) &&
    (data === undefined || isObject(data))
  );
}

function isMember(item: unknown): boolean {
  const nullable = ['manager_name', 'manager_email', 'permission_template_name'];
  return (
    areTexts(item, ['name', 'email', 'status', 'phone_number']) &&
    nullable.every((key) => own(item, key) === null || typeof own(item, key) === 'string') &&
    (own(item, 'license') === null || isObject(own(item, 'license')))
  );
}

function isOptions(item: unknown): boolean {
  return areTexts(item, ['field']) && isTexts(own(item, 'labels'));
}

function areTexts(item: unknown, keys: readonly string[]): boolean {
  return keys.every((key) => typeof own(item, key) === 'string');
}

function areTimes(item: unknown): boolean {
  return isInstant(own(item, 'createdOn')) && isInstant(own(item, 'modifiedOn'));
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
