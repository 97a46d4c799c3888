import { isObject, type JsonObject, objectsOf } from '../json/json.ts';

/** A difference between telecrm and the workspace file. */
export interface WorkspaceDifference {
  readonly kind:
    | 'setting'
    | 'field'
    | 'option'
    | 'action'
    | 'status'
    | 'lost reason'
    | 'member'
    | 'pipeline';
  /** The name: `city`, `ACTION_1001`, `ACTION_1001 note`, `Fresh`. */
  readonly name: string;
  /** `added` and `removed` in telecrm since the file was written. */
  readonly change: 'added' | 'removed' | 'changed';
  /** The detail: the type, a label. */
  readonly detail?: string;
}

/** The changes of a workspace file by a pull. */
export function compareWorkspaces(before: JsonObject, after: JsonObject): WorkspaceDifference[] {
  return [
    ...compareSettings(before, after),
    ...compareFields(
      byKey(before.customFields, 'apiName'),
      byKey(after.customFields, 'apiName'),
      '',
    ),
    ...compareActions(byKey(before.customActions, 'code'), byKey(after.customActions, 'code')),
    ...comparePipelines(objectOf(before.pipeline), objectOf(after.pipeline)),
    ...compareMembers(byKey(before.teamMembers, 'email'), byKey(after.teamMembers, 'email')),
  ];
}

type Entries = ReadonlyMap<string, JsonObject>;

function compareSettings(before: JsonObject, after: JsonObject): WorkspaceDifference[] {
  return ['enterpriseId', 'defaultCountry', 'dateFormat', 'timeZone']
    .filter((name) => before[name] !== after[name])
    .map((name) => ({
      kind: 'setting',
      name,
      change: before[name] === undefined ? 'added' : 'changed',
      detail: `${before[name] === undefined ? '' : `${before[name]} → `}${after[name]}`,
    }));
}

function compareActions(before: Entries, after: Entries): WorkspaceDifference[] {
  return [
    ...compareEntries('action', before, after, ['fieldSchema']),
    ...both(before, after).flatMap(([code, old, current]) =>
      compareFields(fieldsOf(old), fieldsOf(current), `${code} `),
    ),
  ];
}

function compareFields(before: Entries, after: Entries, prefix: string): WorkspaceDifference[] {
  return [
    ...compareEntries('field', before, after, ['options'], prefix),
    ...both(before, after).flatMap(([name, old, current]) =>
      compareOptions(old.options, current.options, prefix + name),
    ),
  ];
}

function compareOptions(before: unknown, after: unknown, name: string): WorkspaceDifference[] {
  const [old, current] = [labelsOf(before), labelsOf(after)];
  const differences = compareLabels('option', old, current).map((difference) => ({
    ...difference,
    name,
    detail: difference.name,
  }));
  if (differences.length > 0 || same(old, current)) return differences;
  return [{ kind: 'option', name, change: 'changed', detail: 'their order' }];
}

function comparePipelines(before: JsonObject, after: JsonObject): WorkspaceDifference[] {
  const named = [
    ...compareEntries('status', statusesOf(before), statusesOf(after)),
    ...compareEntries('lost reason', reasonsOf(before), reasonsOf(after)),
  ];
  if (named.length > 0 || same(before, after)) return named;
  return [{ kind: 'pipeline', name: 'stages', change: 'changed' }];
}

/** The address of a member is needed to identify them; the values are not printed. */
function compareMembers(before: Entries, after: Entries): WorkspaceDifference[] {
  return compareEntries('member', before, after).map(({ detail: _, ...difference }) => difference);
}

function compareEntries(
  kind: WorkspaceDifference['kind'],
  before: Entries,
  after: Entries,
  comparedElsewhere: readonly string[] = [],
  prefix = '',
): WorkspaceDifference[] {
  const changed = both(before, after).flatMap(([name, old, current]): WorkspaceDifference[] => {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(current)])].filter(
      (key) => !comparedElsewhere.includes(key) && !same(old[key], current[key]),
    );
    const detail = keys.map((key) => `${key}${values(old[key], current[key])}`).join(', ');
    return keys.length === 0 ? [] : [{ kind, name: prefix + name, change: 'changed', detail }];
  });
  return [
    ...compareLabels(kind, [...before.keys()], [...after.keys()]).map((difference) => ({
      ...difference,
      name: prefix + difference.name,
    })),
    ...changed,
  ];
}

function values(before: unknown, after: unknown): string {
  const isShort = [before, after].every((value) => typeof value !== 'object');
  return isShort ? ` ${before ?? 'none'} → ${after ?? 'none'}` : '';
}

function compareLabels(
  kind: WorkspaceDifference['kind'],
  before: readonly string[],
  after: readonly string[],
): WorkspaceDifference[] {
  const [old, current] = [new Set(before), new Set(after)];
  return [
    ...after
      .filter((name) => !old.has(name))
      .map((name) => ({ kind, name, change: 'added' as const })),
    ...before
      .filter((name) => !current.has(name))
      .map((name) => ({ kind, name, change: 'removed' as const })),
  ];
}

function both(before: Entries, after: Entries): [name: string, old: JsonObject, now: JsonObject][] {
  return [...before].flatMap(([name, old]): [string, JsonObject, JsonObject][] => {
    const current = after.get(name);
    return current ? [[name, old, current]] : [];
  });
}

function byKey(list: unknown, key: string): Entries {
  return new Map(objectsOf(list).map((entry) => [String(entry[key]), entry]));
}

function fieldsOf({ fieldSchema }: JsonObject): Entries {
  const fields = Object.entries(objectOf(fieldSchema));
  return new Map(fields.map(([name, field]) => [name, objectOf(field)]));
}

function statusesOf(pipeline: JsonObject): Entries {
  return new Map(
    objectsOf(pipeline.leadStages).flatMap((stage) =>
      (['activeStatuses', 'archivedStatuses'] as const).flatMap((list) =>
        objectsOf(stage[list]).map((status): [string, JsonObject] => [
          String(status.label),
          { stage: stage.stageid, archived: list === 'archivedStatuses' },
        ]),
      ),
    ),
  );
}

function reasonsOf(pipeline: JsonObject): Entries {
  return new Map(
    (['activeLeadLostReasons', 'archivedLeadLostReasons'] as const).flatMap((list) =>
      objectsOf(pipeline[list]).map((reason): [string, JsonObject] => [
        String(reason.reasonLabel),
        { archived: list === 'archivedLeadLostReasons' },
      ]),
    ),
  );
}

function labelsOf(options: unknown): string[] {
  return Array.isArray(options) ? options.map(String) : [];
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Whether two JSON values are equal, whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
}
