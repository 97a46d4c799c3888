import type { ActionCode, SyncClient } from '@telecrm/client';
import { type DefinitionProblem, resolveDefinition } from '@telecrm/workspace';
import { isObject, type JsonObject, objectsOf, textOf } from '../json/json.ts';
import { type CommandError, unreachable } from '../program/exit-codes.ts';
import { compareText } from '../workspace-file/lead-fields.ts';
import { customActionOf, leadFieldsOf } from './fields.ts';
import { isFlat, pipelineOf } from './pipeline.ts';
import { sortTeam, teamMemberOf } from './team.ts';

/** A workspace as returned by the API, in the form of the workspace file. */
export interface LiveWorkspace {
  readonly enterpriseId: string;
  readonly customFields: readonly JsonObject[];
  readonly customActions: readonly JsonObject[];
  readonly pipeline: JsonObject;
  readonly teamMembers?: readonly JsonObject[];
}

/** The workspace, and warnings about parts that could not be converted. */
export interface Pulled {
  readonly live: LiveWorkspace;
  readonly warnings: readonly string[];
}

/** The maximum number of concurrent calls for single actions. */
const concurrency = 4;

/** Reads a workspace through the Sync API: one call for each custom action, and a few others. */
export async function readLiveWorkspace(
  sync: SyncClient,
  options: { team: boolean; signal: AbortSignal; onProgress?: (done: string) => void },
): Promise<Pulled> {
  const { signal, onProgress } = options;
  const call = { signal };
  const warnings: string[] = [];

  const enterpriseId = textOf((await sync.getEnterpriseMetadata({}, call)).id);
  if (enterpriseId === undefined) throw unexpected('the ID of the enterprise');
  const fields = await sync.listCustomFields({ detail: true }, call);
  const customFields = listOf(fields.customFields, 'fields');
  onProgress?.(`${customFields.length} fields`);
  const actions = await readActions(sync, signal, onProgress);
  const pipeline: JsonObject = await sync.getLeadStagePipeline({}, call);
  listOf(pipeline.leadStages ?? pipeline.statuses, 'stages of the pipeline');
  if (isFlat(pipeline)) {
    warnings.push(
      'the pipeline was returned without stages, so its statuses are saved as those of one open stage',
    );
  }
  const team = options.team ? await readTeam(sync, signal, onProgress) : undefined;
  const live: LiveWorkspace = {
    enterpriseId,
    customFields: leadFieldsOf(customFields),
    customActions: actions,
    pipeline: pipelineOf(pipeline),
    ...(team && { teamMembers: team }),
  };
  return { live: omitInvalid(live, warnings), warnings };
}

/** The list of a response. Without this check, a pull would treat all of its entries as removed. */
function listOf(value: unknown, what: string): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  throw unexpected(`the list of ${what}`);
}

function unexpected(what: string): CommandError {
  return unreachable(
    `the Sync API returned a response without ${what}`,
    'Nothing was written. Check TELECRM_SYNC_URL: `telecrm doctor` tests it.',
  );
}

async function readActions(
  sync: SyncClient,
  signal: AbortSignal,
  onProgress: ((done: string) => void) | undefined,
): Promise<JsonObject[]> {
  const { customActions } = await sync.listCustomActions({}, { signal });
  // telecrm's own actions cannot be written.
  const writable = listOf(customActions, 'custom actions').filter(
    ({ source }) => source !== 'SYSTEM',
  );
  const codes = writable.map(({ code }) => code).filter(isCode);
  codes.sort((a, b) => a.length - b.length || compareText(a, b));
  const actions: JsonObject[] = [];
  for (let at = 0; at < codes.length; at += concurrency) {
    const few = codes.slice(at, at + concurrency);
    const details = await Promise.all(
      few.map((code) => sync.getCustomAction({ code }, { signal })),
    );
    actions.push(...details.map((detail) => customActionOf(detail)));
    onProgress?.(`${actions.length} of ${codes.length} actions`);
  }
  return actions;
}

async function readTeam(
  sync: SyncClient,
  signal: AbortSignal,
  onProgress: ((done: string) => void) | undefined,
): Promise<JsonObject[]> {
  const members: JsonObject[] = [];
  for await (const member of sync.listTeamMembers.all({}, { signal })) {
    members.push(teamMemberOf({ ...member }));
    if (members.length % 10 === 0) onProgress?.(`${members.length} team members`);
  }
  return sortTeam(members);
}

function isCode(code: unknown): code is ActionCode {
  return typeof code === 'string' && /^ACTION_\d{1,20}$/.test(code);
}

/**
 * Omits parts that are invalid in a workspace file, and reports them: the API may return undocumented field types or
 * names.
 */
function omitInvalid(live: LiveWorkspace, warnings: string[]): LiveWorkspace {
  const valid: Record<string, unknown> = structuredClone({ ...live });
  for (;;) {
    const resolved = resolveDefinition(valid);
    if (resolved.ok) {
      const { customFields, customActions } = resolved.definition;
      // Spells the names of types as in the documentation; responses have them in capitals.
      const { enterpriseId, pipeline } = live;
      const teamMembers = live.teamMembers && { teamMembers: objectsOf(valid.teamMembers) };
      return {
        ...{ enterpriseId, pipeline, ...teamMembers },
        customFields: customFields.map((field) => ({ ...field })),
        customActions: customActions.map((action) => ({ ...action })),
      };
    }
    omit(resolved.problems[0], valid, warnings);
  }
}

function omit(
  problem: DefinitionProblem | undefined,
  valid: Record<string, unknown>,
  warnings: string[],
): void {
  const [, list = '', index] = /^(\w+)\[(\d+)\]/.exec(problem?.field ?? '') ?? [];
  const entries = valid[list];
  if (problem === undefined || index === undefined || !Array.isArray(entries)) {
    throw unreachable(
      `telecrm returned something unexpected: ${problem?.field} ${problem?.problem}`,
    );
  }
  const [entry] = entries.splice(Number(index), 1);
  const name = entry.apiName ?? entry.code ?? entry.email;
  warnings.push(`${name} is left out, because ${problem.field} ${problem.problem}`);
}
