// Checks the input against the rules of @telecrm/workspace. Loaded on demand.
import { type ApiName, type ResolvedDefinition, resolveDefinition } from '@telecrm/workspace';
import { assumeTeam } from '@telecrm/workspace/rows';
import { type CheckResult, checkPayload } from '../../check/check-payload.ts';
import { type Payload, readInput } from '../../check/input.ts';
import { isObject } from '../../check/json.ts';
import { bodyOfShape, shapeFragment } from '../../check/shape.ts';
import { type ChosenTargets, readTable } from '../../check/table.ts';
import { writeJson } from '../../samples/json.ts';
import { loadModule } from '../load.ts';
import { columnsView, unreadableView } from './table-view.ts';
import { resultView, summaryView } from './view.ts';

/** The URLs of the scripts relative to this one. The build defines them. */
declare const FETCH_SCRIPT: string;
declare const CSV_SCRIPT: string;

const loadFetchReader = loadModule<typeof import('../../check/fetch-call.ts')>(
  FETCH_SCRIPT,
  import.meta.url,
);
const loadCsvReader = loadModule<typeof import('../../check/csv.ts')>(CSV_SCRIPT, import.meta.url);

/** The result of a check as DOM nodes. */
interface ResultNodes {
  summary: (Node | string)[];
  details: Node[];
}

interface Options {
  api: ApiName;
  /** The content of the reader's workspace file. */
  workspace: string | undefined;
  /** The field that the reader chose for each column of a table. */
  columns: ChosenTargets;
  /** Called when the reader chooses a field for a column. */
  setColumn(name: string, target: string): void;
  /** Called with the API of a pasted request, which follows from its URL. */
  setApi(name: ApiName): void;
}

/** A workspace. If its file does not contain the team, any address may be a member's. */
interface Rules {
  definition: ResolvedDefinition;
  hasTeam: boolean;
}

/** Checks JSON, NDJSON, a curl command, a `fetch` call or CSV. */
export async function checkText(text: string, options: Options): Promise<ResultNodes> {
  const rules = rulesOf(options.workspace);
  const input = await readInput(text, loadFetchReader);
  if (input.kind === 'problem') return { summary: [input.problem], details: [] };
  if (input.kind === 'table') return checkTable(text, rules, options);
  const api = input.api ?? options.api;
  if (api !== options.api) options.setApi(api);
  const results = checkAll(input.payloads, rules, api);
  return { summary: summaryView(results, api), details: results.map(resultView) };
}

async function checkTable(
  text: string,
  rules: Rules,
  { api, columns: chosen, setColumn }: Options,
): Promise<ResultNodes> {
  const { parseCsv } = await loadCsvReader();
  const table = readTable(parseCsv(text), rules.definition, chosen);
  if ('problem' in table) return { summary: [table.problem], details: [] };
  const { payloads, unreadable } = table;
  const results = checkAll(payloads, rules, api);
  return {
    summary: summaryView(results, api, unreadable.length),
    details: [
      columnsView(table, setColumn),
      ...unreadableView(unreadable),
      ...results.map(resultView),
    ],
  };
}

function checkAll(
  payloads: readonly Payload[],
  { definition, hasTeam }: Rules,
  api: ApiName,
): CheckResult[] {
  const definitionFor = assumeTeam(definition, { hasTeam });
  return payloads.map((payload) => checkPayload(payload, definitionFor(payload.body), api));
}

/** The reader's workspace, or the default workspace of the sandbox. */
function rulesOf(text: string | undefined): Rules {
  const content: unknown = text === undefined ? {} : JSON.parse(text);
  const resolved = resolveDefinition(content);
  if (!resolved.ok) throw new Error('The workspace file must be validated when it is chosen');
  const hasTeam = text === undefined || (isObject(content) && 'teamMembers' in content);
  return { definition: resolved.definition, hasTeam };
}

/** The reason why a workspace file cannot be used, or `undefined` if it is valid. */
export function workspaceProblem(text: string): string | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return `it is not JSON (${error instanceof Error ? error.message : error})`;
  }
  const resolved = resolveDefinition(content);
  if (resolved.ok) return isObject(content) ? undefined : 'it is not a JSON object';
  return resolved.problems
    .slice(0, 3)
    .map(({ field, problem, fix }) => `${field} ${problem}: ${fix}`)
    .join('; ');
}

/** The fragment of a link that contains the names and types of the first payload. */
export async function shareFragment(text: string, api: ApiName): Promise<string | undefined> {
  const input = await readInput(text, loadFetchReader);
  if (input.kind !== 'payloads') return undefined;
  return shapeFragment(input.payloads[0]?.body, input.api ?? api);
}

/** A payload with example values for the names and types in the fragment of a link. */
export function readFragment(
  fragment: string,
  workspace: string | undefined,
): { api: ApiName; text: string } | undefined {
  const found = bodyOfShape(fragment, rulesOf(workspace).definition);
  return found && { api: found.api, text: writeJson(found.body) };
}

/** An example payload with common mistakes. */
export function examplePayload(api: ApiName): string {
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
