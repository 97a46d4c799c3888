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

/** What telecrm does with one entry of a payload. */
export interface Entry {
  /** `fields.rating`, `actions[0].type`. */
  field: string;
  verdict: 'stored' | 'dropped' | 'warning' | 'not checked';
  /** What was sent, as JSON. */
  sent: string;
  /** The reason and the fix, or what is stored in another form than it was sent. */
  detail: string;
}

/** What telecrm does with a payload. */
export interface Verdict {
  label: string;
  /** Whether the lead is stored, in whole or in part. */
  accepted: boolean;
  entries: Entry[];
  dropped: number;
  /** The corrected body; nothing where there is nothing to correct. */
  corrected: unknown;
  corrections: readonly Correction[];
  /** What would still be dropped of the corrected body. */
  remaining: readonly PayloadPart[];
}

/** Judges a payload by the rules of a workspace. */
export function judge(
  { label, body: sent, variables }: Payload,
  definition: ResolvedDefinition,
  api: ApiName,
): Verdict {
  const body = withSamples(sent, variables, definition);
  const { accepted, dropped, warnings, stored } = checkLead(definition, body, api);
  const isVariable = ({ field }: PayloadPart) => variables.includes(field);
  const parts = [
    ...dropped.map((part) => entryOf(part, sent, 'dropped')),
    ...warnings.filter((part) => !isVariable(part)).map((part) => entryOf(part, sent, 'warning')),
  ];
  const told = new Set(parts.map(({ field }) => field));
  const kept = stored === null ? [] : storedEntries(stored, sent);
  const entries = [
    ...parts,
    ...kept
      .filter(({ field }) => !told.has(field))
      .map((entry) =>
        variables.includes(entry.field)
          ? { ...entry, verdict: 'not checked' as const, sent: '', detail: variableDetail }
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
  verdict: 'dropped' | 'warning',
): Entry {
  return { field, verdict, sent: shown(valueAt(sent, field)), detail: `${reason}: ${fix}` };
}

/** Each value that is stored; where it differs from what was sent, with both. */
function storedEntries(
  { fields, actions }: NonNullable<ReturnType<typeof checkLead>['stored']>,
  sent: unknown,
): Entry[] {
  const entry = (field: string, value: unknown): Entry => {
    const before = valueAt(sent, field);
    const isSame = JSON.stringify(before) === JSON.stringify(value);
    const detail = isSame ? '' : `stored as ${shown(value)}`;
    return { field, verdict: 'stored', sent: shown(before), detail };
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

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** The value at a place; a key with dots in it wins over a path. */
function valueAt(body: unknown, place: string): unknown {
  const [, index, rest = ''] = /^actions\[(\d+)\](?:\.(.*))?$/.exec(place) ?? [];
  if (index !== undefined) {
    const action = listOf(getOwn(body, 'actions'))[Number(index)];
    if (rest === '') return action;
    const [, name] = /^fields\.(.*)$/.exec(rest) ?? [];
    if (name === undefined) return getOwn(action, rest);
    // Remarks name what stands beside `fields` as if it stood in them.
    return getOwn(getOwn(action, 'fields'), name) ?? getOwn(action, name);
  }
  const [, name] = /^fields\.(.*)$/.exec(place) ?? [];
  return name === undefined ? getOwn(body, place) : getOwn(getOwn(body, 'fields'), name);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function getOwn(object: unknown, key: string): unknown {
  return typeof object === 'object' && object !== null
    ? Object.getOwnPropertyDescriptor(object, key)?.value
    : undefined;
}
