import { checkLead, type LeadCheck } from '@telecrm/workspace';
import { assumeTeam } from '@telecrm/workspace/rows';
import type { WorkspaceFile } from '../workspace-file/read.ts';

/** Says what telecrm would drop of a payload, and what it would store. */
export type CheckPayload = (body: unknown) => LeadCheck;

/**
 * The offline check of a workspace file: the verdict of the sandbox. Where the file leaves out the team, any address
 * counts as the one of a member, since nobody can know better.
 */
export function createPayloadCheck(
  { content, definition }: Pick<WorkspaceFile, 'content' | 'definition'>,
  api: 'async' | 'sync',
): CheckPayload {
  const definitionFor = assumeTeam(definition, { knowsTeam: 'teamMembers' in content });
  return (body) => checkLead(definitionFor(body), body, api);
}
