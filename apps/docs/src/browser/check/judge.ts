// What judges a payload: the rules of @telecrm/workspace. Loaded when a reader enters something.
import { type ApiName, type ResolvedDefinition, resolveDefinition } from '@telecrm/workspace';
import { assumeTeam } from '@telecrm/workspace/rows';
import { type Payload, readInput } from '../../check/input.ts';
import { bodyOfShape, shapeFragment } from '../../check/shape.ts';
import type { ChosenTargets } from '../../check/table.ts';
import { judge, type Verdict } from '../../check/verdict.ts';
import { writeJson } from '../../samples/json.ts';
import { isObject } from '../json/json.ts';
import { columnsView, unreadableView } from './table-view.ts';
import { summaryView, verdictView } from './view.ts';

/** A result for the page. */
interface Result {
  summary: (Node | string)[];
  details: Node[];
}

interface Options {
  api: ApiName;
  /** The text of the reader's workspace file. */
  workspace: string | undefined;
  /** What the reader has chosen to send the columns of a table as. */
  columns: ChosenTargets;
  /** Told of such a choice. */
  setColumn(name: string, target: string): void;
  /** Told of the API that the address of a pasted request belongs to. */
  setApi(name: ApiName): void;
}

/** A workspace, and whether it says who its team is. */
interface Rules {
  definition: ResolvedDefinition;
  knowsTeam: boolean;
}

export async function judgeText(text: string, options: Options): Promise<Result> {
  const rules = rulesOf(options.workspace);
  const input = await readInput(text);
  if (input.kind === 'problem') return { summary: [input.problem], details: [] };
  if (input.kind === 'table') return judgeTable(text, rules, options);
  const api = input.api ?? options.api;
  if (api !== options.api) options.setApi(api);
  const judged = judgeAll(input.payloads, rules, api);
  return { summary: summaryView(judged, api), details: judged.map(verdictView) };
}

async function judgeTable(
  text: string,
  rules: Rules,
  { api, columns: chosen, setColumn }: Options,
): Promise<Result> {
  const { readTable } = await import('../../check/table.ts');
  const table = readTable(text, rules.definition, chosen);
  if ('problem' in table) return { summary: [table.problem], details: [] };
  const { payloads, unreadable } = table;
  const judged = judgeAll(payloads, rules, api);
  return {
    summary: summaryView(judged, api, unreadable.length),
    details: [
      columnsView(table, setColumn),
      ...unreadableView(unreadable),
      ...judged.map(verdictView),
    ],
  };
}

function judgeAll(
  payloads: readonly Payload[],
  { definition, knowsTeam }: Rules,
  api: ApiName,
): Verdict[] {
  const definitionFor = assumeTeam(definition, { knowsTeam });
  return payloads.map((payload) => judge(payload, definitionFor(payload.body), api));
}

/** The reader's own workspace, or the default one of the sandbox. */
function rulesOf(text: string | undefined): Rules {
  const sent: unknown = text === undefined ? {} : JSON.parse(text);
  const resolved = resolveDefinition(sent);
  if (!resolved.ok) throw new Error('The workspace file was valid when it was chosen');
  const knowsTeam = text === undefined || (isObject(sent) && 'teamMembers' in sent);
  return { definition: resolved.definition, knowsTeam };
}

/** Why a workspace file cannot be used. */
export function workspaceProblem(text: string): string | undefined {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch (error) {
    return `it is not JSON (${error instanceof Error ? error.message : error})`;
  }
  const resolved = resolveDefinition(sent);
  if (resolved.ok) return isObject(sent) ? undefined : 'it is not a JSON object';
  return resolved.problems
    .slice(0, 3)
    .map(({ field, problem, fix }) => `${field} ${problem}: ${fix}`)
    .join('; ');
}

/** The fragment of a link to a payload. */
export async function shapeOf(text: string, api: ApiName): Promise<string | undefined> {
  const input = await readInput(text);
  if (input.kind !== 'payloads') return undefined;
  return shapeFragment(input.payloads[0]?.body, input.api ?? api);
}

/** The payload that a link tells of. */
export function bodyFrom(
  fragment: string,
  workspace: string | undefined,
): { api: ApiName; text: string } | undefined {
  const found = bodyOfShape(fragment, rulesOf(workspace).definition);
  return found && { api: found.api, text: writeJson(found.body) };
}

/** A payload with the mistakes that are made most often. */
export function exampleOf(api: ApiName): string {
  const type = api === 'async' ? '1001' : 'ACTION_1001';
  return writeJson({
    fields: {
      name: 'Asha Rao',
      Phone: '+91 98765 43210',
      rating: '5',
      contact_source: 'website',
      follow_up_date: '2026-12-01',
      budget: 500000,
    },
    actions: [{ type, fields: { note: 'Asked for a demo' } }],
  });
}
