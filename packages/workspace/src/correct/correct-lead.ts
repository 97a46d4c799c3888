import type { ApiName } from '../actions/action-type.ts';
import { checkLead } from '../check/check-lead.ts';
import { checkerOf } from '../check/checker.ts';
import type { PayloadPart } from '../check/payload-part.ts';
import type { ResolvedDefinition, WorkspaceDefinition } from '../definition/index.ts';
import { isObject, type JsonObject } from '../json/json.ts';
import { guessIdentifierName } from '../leads/dropped-parts.ts';
import { nearest } from '../text/nearest.ts';
import { correctAction } from './correct-actions.ts';
import { correctFields } from './correct-fields.ts';
import { type CorrectionRules, correctValue, isEmpty, isStored } from './correct-value.ts';
import { type Correction, leftOut, type ReportCorrection, renamedTo } from './correction.ts';

/** A payload with its mistakes corrected, as far as possible without asking its sender. */
export interface LeadCorrection {
  /** The corrected payload. Parts that cannot be corrected are unchanged. */
  body: unknown;
  /** The changes, in the order of the payload. */
  corrections: Correction[];
  /** What telecrm would still drop from the corrected payload: the result of `checkLead`. */
  remaining: PayloadPart[];
}

/**
 * Corrects a lead that telecrm would drop parts of: types of values, formats of phone numbers and dates, the letter
 * case of options, misspelled names of fields, the form of action types. It changes a value only into one that is
 * stored, and does not change values that are stored already, except for options in another letter case, which would
 * become new options.
 *
 * @param definition The workspace, such as the content of `telecrm.workspace.json`. An invalid one throws a
 * {@link DefinitionError}.
 * @param body The payload of `createOrUpdateLead` (Async) or `createLead` (Sync), or any JSON.
 * @param api The API that the payload is for.
 *
 * @example
 * ```ts
 * import { correctLead } from '@telecrm/workspace';
 *
 * const sent = { fields: { Phone: '+91 99999 99999', rating: '3' }, actions: [{ type: '1001' }] };
 * const { body, corrections, remaining } = correctLead({}, sent, 'async');
 * console.log(JSON.stringify(body), remaining.length);
 * for (const { field, correction } of corrections) console.log(`${field}: ${correction}`);
 * ```
 */
export function correctLead(
  definition: WorkspaceDefinition | ResolvedDefinition,
  body: unknown,
  api: ApiName,
): LeadCorrection {
  const corrections: Correction[] = [];
  const report = (field: string, correction: string) => corrections.push({ field, correction });
  const corrected = isObject(body) ? correctBody(checkerOf(definition), body, api, report) : body;
  return { body: corrected, corrections, remaining: checkLead(definition, corrected, api).dropped };
}

function correctBody(
  context: CorrectionRules,
  body: JsonObject,
  api: ApiName,
  report: ReportCorrection,
): JsonObject {
  const { fields: sentFields, actions: sentActions, ...others } = body;
  // Leaves any other value of `fields` unchanged.
  if (sentFields !== undefined && !isObject(sentFields)) return body;
  const { leadFields } = context.rules;
  const sent = new Map(Object.entries(sentFields ?? {}));
  const ignored: [string, unknown][] = [];
  for (const [key, value] of Object.entries(others)) {
    const isField = leadFields.has(key) || nearest(key, leadFields.keys()) !== undefined;
    if (!isField || sent.has(key)) ignored.push([key, value]);
    else {
      sent.set(key, value);
      report(key, 'moved into `fields`');
    }
  }
  const { apiName } = context.rules.identifier;
  const meant = findMisnamedIdentifier(context, sent);
  if (meant !== undefined) {
    // Its own value is missing or empty.
    if (sent.delete(apiName)) report(`fields.${apiName}`, leftOut);
    report(`fields.${meant}`, renamedTo(apiName));
  }
  const named = new Map([...sent].map(([name, value]) => [name === meant ? apiName : name, value]));
  const pathOf = (name: string) => `fields.${name === apiName ? (meant ?? name) : name}`;
  const fields = correctFields({ sent: named, fields: leadFields, pathOf }, context, report);
  const actions = Array.isArray(sentActions)
    ? sentActions.map((entry: unknown, index) =>
        correctAction(entry, { path: `actions[${index}]`, api, report }, context),
      )
    : sentActions;
  const hasFields = sentFields !== undefined || fields.size > 0;
  return Object.fromEntries<unknown>([
    ...(hasFields ? [['fields', Object.fromEntries(fields)] as const] : []),
    ...(sentActions === undefined ? [] : [['actions', actions] as const]),
    ...ignored,
  ]);
}

/** The field that was probably meant as the identifier of a lead without one. */
function findMisnamedIdentifier(
  context: CorrectionRules,
  sent: ReadonlyMap<string, unknown>,
): string | undefined {
  const { rules, fieldRules } = context;
  const { identifier, leadFields } = rules;
  if (!isEmpty(sent.get(identifier.apiName) ?? null)) return undefined;
  // A value under a valid field name is meant for that field.
  const unknown = [...sent].filter(([name, value]) => !leadFields.has(name) && !isEmpty(value));
  const meant = guessIdentifierName(rules, Object.fromEntries(unknown), fieldRules);
  if (meant === undefined) return undefined;
  const value = sent.get(meant);
  const isRight = isStored(value, identifier, fieldRules);
  return isRight || correctValue(value, identifier, context) !== undefined ? meant : undefined;
}
