import { checkLead, type LeadCheck } from '@telecrm/workspace';
import { assumeTeam } from '@telecrm/workspace/rows';
import type { WorkspaceFile } from '../workspace-file/read.ts';

/** Checks what telecrm would drop from a payload, and what it would store. */
export type CheckPayload = (body: unknown) => LeadCheck;

/**
 * Creates the offline check of a workspace file, with the verdicts of the sandbox. If the file has no team, any address
 * counts as a team member.
 */
export function createPayloadCheck(
  { content, definition }: Pick<WorkspaceFile, 'content' | 'definition'>,
  api: 'async' | 'sync',
): CheckPayload {
  const definitionFor = assumeTeam(definition, { hasTeam: 'teamMembers' in content });
  return (body) => checkLead(definitionFor(body), body, api);
}
