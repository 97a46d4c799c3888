import {
  type ApiName,
  type Correction,
  checkLead,
  correctLead,
  type PayloadPart,
  type ResolvedDefinition,
} from '@telecrm/workspace';
import type { Payload } from './input.ts';
import { withSamples } from './samples.ts';

/** The result for one entry of a payload. */
export interface Entry {
  /** Its path, such as `fields.rating` or `actions[0].type`. */
  field: string;
  status: 'stored' | 'dropped' | 'warning' | 'not checked';
  /** What was sent, as JSON. */
  sent: string;
  /** The reason and the fix, or the stored value if it differs from what was sent. */
  detail: string;
}

/** The result of checking a payload. */
export interface CheckResult {
  label: string;
  /** Whether telecrm stores the lead, completely or partly. */
  accepted: boolean;
  entries: Entry[];
  dropped: number;
  /** The corrected body, or `undefined` if no correction is possible. */
  corrected: unknown;
  corrections: readonly Correction[];
  /** The parts of the corrected body that telecrm would still drop. */
  remaining: readonly PayloadPart[];
}

/** Checks which parts of a payload telecrm would store and which it would drop. */
export function checkPayload(
  { label, body: sent, variables }: Payload,
  definition: ResolvedDefinition,
  api: ApiName,
): CheckResult {
  const body = withSamples(sent, variables, definition);
  const { accepted, dropped, warnings, stored } = checkLead(definition, body, api);
  const isVariable = ({ field }: PayloadPart) => variables.includes(field);
  const parts = [
    ...dropped.map((part) => entryOf(part, sent, 'dropped')),
    ...warnings.filter((part) => !isVariable(part)).map((part) => entryOf(part, sent, 'warning')),
  ];
  const reported = new Set(parts.map(({ field }) => field));
  const storedParts = stored === null ? [] : storedEntries(stored, sent);
  const entries = [
    ...parts,
    ...storedParts
      .filter(({ field }) => !reported.has(field))
      .map((entry) =>
        variables.includes(entry.field)
          ? { ...entry, status: 'not checked' as const, sent: '', detail: variableDetail }
          : entry,
      ),
  ];
  const correction = variables.length > 0 ? undefined : correctLead(definition, sent, api);
  const hasCorrections = correction !== undefined && correction.corrections.length > 0;
  return {
    label,
    accepted,
    entries,
    dropped: dropped.length,
    corrected: hasCorrections ? correction.body : undefined,
    corrections: correction?.corrections ?? [],
    remaining: correction?.remaining ?? dropped,
  };
}

const variableDetail = 'Your program computes this value, so only the name was checked.';

function entryOf(
  { field, reason, fix }: PayloadPart,
  sent: unknown,
  status: 'dropped' | 'warning',
): Entry {
  return { field, status, sent: preview(valueAt(sent, field)), detail: `${reason}: ${fix}` };
}

/** The stored values. If one differs from what was sent, its entry contains both. */
function storedEntries(
  { fields, actions }: NonNullable<ReturnType<typeof checkLead>['stored']>,
  sent: unknown,
): Entry[] {
  const entry = (field: string, value: unknown): Entry => {
    const before = valueAt(sent, field);
    const isSame = JSON.stringify(before) === JSON.stringify(value);
    const detail = isSame ? '' : `stored as ${preview(value)}`;
    return { field, status: 'stored', sent: preview(before), detail };
  };
  return [
    ...Object.entries(fields).map(([name, value]) => entry(`fields.${name}`, value)),
    ...actions.flatMap((action, index) => {
      if (action === null) return [];
      const { type, fields: values = {}, ...payment } = action;
      const at = `actions[${index}]`;
      const typeEntry = { ...entry(`${at}.type`, type), detail: '' };
      return [
        typeEntry,
        ...Object.entries(values).map(([name, value]) => entry(`${at}.fields.${name}`, value)),
        ...Object.entries(payment).map(([name, value]) => entry(`${at}.${name}`, value)),
      ];
    }),
  ];
}

function preview(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** The value at a path. The names of fields may contain dots. */
function valueAt(body: unknown, path: string): unknown {
  const [, index, rest = ''] = /^actions\[(\d+)\](?:\.(.*))?$/.exec(path) ?? [];
  if (index !== undefined) {
    const action = listOf(getOwn(body, 'actions'))[Number(index)];
    if (rest === '') return action;
    const [, name] = /^fields\.(.*)$/.exec(rest) ?? [];
    if (name === undefined) return getOwn(action, rest);
    // Remarks refer to keys beside `fields` as if they were inside.
    return getOwn(getOwn(action, 'fields'), name) ?? getOwn(action, name);
  }
  const [, name] = /^fields\.(.*)$/.exec(path) ?? [];
  return name === undefined ? getOwn(body, path) : getOwn(getOwn(body, 'fields'), name);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function getOwn(object: unknown, key: string): unknown {
  return typeof object === 'object' && object !== null
    ? Object.getOwnPropertyDescriptor(object, key)?.value
    : undefined;
}
