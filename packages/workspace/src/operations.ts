import { createActions } from './actions/create-actions.ts';
import { getAction } from './actions/get-action.ts';
import { searchActions } from './actions/search-actions.ts';
import { updateAction } from './actions/update-action.ts';
import { getCustomAction, listCustomActions } from './enterprise/custom-actions.ts';
import { getCustomField, listCustomFields } from './enterprise/custom-fields.ts';
import { getEnterpriseMetadata } from './enterprise/metadata.ts';
import { getLeadStagePipeline } from './enterprise/pipeline.ts';
import { createLead } from './leads/create-lead.ts';
import { getLead } from './leads/get-lead.ts';
import { searchLeads } from './leads/search-leads.ts';
import { updateLead } from './leads/update-lead.ts';
import type { Room } from './room.ts';
import { createTeamMember } from './team/create-team-member.ts';
import { getTeamMember } from './team/get-team-member.ts';
import { listTeamMembers } from './team/list-team-members.ts';
import { updateTeamMemberAvailability } from './team/update-availability.ts';

const all = {
  createLead,
  getLead,
  updateLead,
  searchLeads,
  createActions,
  getAction,
  updateAction,
  searchActions,
  listTeamMembers,
  createTeamMember,
  getTeamMember,
  updateTeamMemberAvailability,
  getEnterpriseMetadata,
  listCustomFields,
  getCustomField,
  listCustomActions,
  getCustomAction,
  getLeadStagePipeline,
};

type All = typeof all;

/** The `operationId` of an operation of the Sync API. */
export type OperationId = keyof All;

/**
 * The operations of the Sync API by `operationId`. Each takes what a request brings, already parsed: `path` and `query`
 * with the types that the spec gives them, and `body`, which may be any JSON and never makes an operation throw.
 */
export type Operations = {
  [Id in OperationId]: (
    ...input: Parameters<All[Id]> extends [Room, infer Input] ? [input: Input] : [input?: unknown]
  ) => ReturnType<All[Id]>;
};

/**
 * Input that any operation takes: with it, `operations[id](input)` needs no case for each. An operation reads the
 * parameters that the spec gives it and none of the others.
 */
export interface OperationInput {
  path: { leadId: string; actionId: string; email: string; apiName: string; code: string };
  query: {
    skip?: number;
    limit?: number;
    includeActions?: boolean;
    includeDeleted?: boolean;
    detail?: boolean;
  };
  body: unknown;
}

export function operationsOf(room: Room): Operations {
  const entries = Object.entries(all).map(([id, operation]) => [
    id,
    // Input and operation belong together by the type that this function promises.
    (input: never) => operation(room, input),
  ]);
  return Object.fromEntries(entries) as Operations;
}
