import { checkLead, type LeadCheck } from '@telecrm/workspace';
import { assumeTeam } from '@telecrm/workspace/rows';
import type { WorkspaceFile } from '../workspace-file/read.ts';

/** Says what telecrm would drop of a payload, and what it would store. */
export type CheckPayload = (body: unknown) => LeadCheck;

/**
 * The offline check of a workspace file: the verdict of the sandbox. Without a team in the file, any
 * address counts as that of a member.
 */
export function createPayloadCheck(
  { content, definition }: Pick<WorkspaceFile, 'content' | 'definition'>,
  api: 'async' | 'sync',
): CheckPayload {
  const definitionFor = assumeTeam(definition, { knowsTeam: 'teamMembers' in content });
  return (body) => checkLead(definitionFor(body), body, api);
}
