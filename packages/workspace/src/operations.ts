import { createActions } from './actions/create-actions.ts';
import { getAction } from './actions/get-action.ts';
import { searchActions } from './actions/search-actions.ts';
import { updateAction } from './actions/update-action.ts';
import type { WorkspaceContext } from './context/context.ts';
import { getCustomAction, listCustomActions } from './enterprise/custom-actions.ts';
import { getCustomField, listCustomFields } from './enterprise/custom-fields.ts';
import { getEnterpriseMetadata } from './enterprise/metadata.ts';
import { getLeadStagePipeline } from './enterprise/pipeline.ts';
import { createLead } from './leads/create-lead.ts';
import { getLead } from './leads/get-lead.ts';
import { searchLeads } from './leads/search-leads.ts';
import { updateLead } from './leads/update-lead.ts';
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
 * The operations of the Sync API by `operationId`. Each accepts a parsed request: `path` and `query` with the types of
 * the spec, and `body`, which may be any JSON: it never makes an operation throw.
 */
export type Operations = {
  [Id in OperationId]: (
    ...input: Parameters<All[Id]> extends [WorkspaceContext, infer Input]
      ? [input: Input]
      : [input?: unknown]
  ) => ReturnType<All[Id]>;
};

/**
 * Input for any operation, with which `operations[id](input)` type-checks for any `id`. An operation uses only its own
 * parameters.
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

export function operationsOf(context: WorkspaceContext): Operations {
  const entries = Object.entries(all).map(([id, operation]) => [
    id,
    // The return type of this function pairs each operation with its input.
    (input: never) => operation(context, input),
  ]);
  return Object.fromEntries(entries) as Operations;
}
