import type { ActionCode, SyncClient } from '@telecrm/client';
import { type DefinitionProblem, resolveDefinition } from '@telecrm/workspace';
import { isObject, type JsonObject, objectsOf, textOf } from '../json/json.ts';
import { type CommandError, unreachable } from '../program/exit-codes.ts';
import { compareText } from '../workspace-file/lead-fields.ts';
import { customActionOf, leadFieldsOf } from './fields.ts';
import { isFlat, pipelineOf } from './pipeline.ts';
import { sortTeam, teamMemberOf } from './team.ts';

/** What the API says about a workspace, in the form of the workspace file. */
export interface LiveWorkspace {
  readonly enterpriseId: string;
  readonly customFields: readonly JsonObject[];
  readonly customActions: readonly JsonObject[];
  readonly pipeline: JsonObject;
  readonly teamMembers?: readonly JsonObject[];
}

/** What was read, and what of it could not be kept. */
export interface Pulled {
  readonly live: LiveWorkspace;
  readonly warnings: readonly string[];
}

/** How many calls for single actions are under way at once. */
const concurrency = 4;

/** Reads a workspace through the Sync API: a call for each custom action, and a few beside them. */
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
      'the pipeline was answered without stages: its statuses are kept as those of one open stage',
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
  return { live: keepValid(live, warnings), warnings };
}

/** A list of a response. Without it, a pull would take everything that it listed for removed. */
function listOf(value: unknown, what: string): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  throw unexpected(`the list of ${what}`);
}

function unexpected(what: string): CommandError {
  return unreachable(
    `the Sync API answered without ${what}`,
    'Nothing was written. Is TELECRM_SYNC_URL right? `telecrm doctor` tests it.',
  );
}

async function readActions(
  sync: SyncClient,
  signal: AbortSignal,
  onProgress: ((done: string) => void) | undefined,
): Promise<JsonObject[]> {
  const { customActions } = await sync.listCustomActions({}, { signal });
  // Those of telecrm itself cannot be written.
  const own = listOf(customActions, 'custom actions').filter(({ source }) => source !== 'SYSTEM');
  const codes = own.map(({ code }) => code).filter(isCode);
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
 * Leaves out what the workspace file cannot hold, and says so: the API may answer with field types or names that are not
 * documented.
 */
function keepValid(live: LiveWorkspace, warnings: string[]): LiveWorkspace {
  const valid: Record<string, unknown> = structuredClone({ ...live });
  for (;;) {
    const resolved = resolveDefinition(valid);
    if (resolved.ok) {
      const { customFields, customActions } = resolved.definition;
      // With the names of types as the documentation spells them; answers spell them in capitals.
      const { enterpriseId, pipeline } = live;
      const teamMembers = live.teamMembers && { teamMembers: objectsOf(valid.teamMembers) };
      return {
        ...{ enterpriseId, pipeline, ...teamMembers },
        customFields: customFields.map((field) => ({ ...field })),
        customActions: customActions.map((action) => ({ ...action })),
      };
    }
    leaveOut(resolved.problems[0], valid, warnings);
  }
}

function leaveOut(
  problem: DefinitionProblem | undefined,
  valid: Record<string, unknown>,
  warnings: string[],
): void {
  const [, list = '', index] = /^(\w+)\[(\d+)\]/.exec(problem?.field ?? '') ?? [];
  const entries = valid[list];
  if (problem === undefined || index === undefined || !Array.isArray(entries)) {
    throw unreachable(
      `telecrm answered something unexpected: ${problem?.field} ${problem?.problem}`,
    );
  }
  const [entry] = entries.splice(Number(index), 1);
  const name = entry.apiName ?? entry.code ?? entry.email;
  warnings.push(`${name} is left out, because ${problem.field} ${problem.problem}`);
}
