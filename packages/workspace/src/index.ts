export type { ApiName } from './actions/action-type.ts';
export type { ActionResponse, TimelineEntry } from './actions/response.ts';
export type { ActionResult } from './actions/write-actions.ts';
export { type ActionsCheck, checkActions } from './check/check-actions.ts';
export { checkLead, type LeadCheck } from './check/check-lead.ts';
export { checkActionUpdate, checkLeadUpdate, type UpdateCheck } from './check/check-update.ts';
export type { PayloadPart } from './check/payload-part.ts';
export type { StoredAction } from './check/stored-action.ts';
export { deterministic } from './context/ids.ts';
export { correctLead, type LeadCorrection } from './correct/correct-lead.ts';
export type { Correction } from './correct/correction.ts';
export {
  type ActionFieldDefinition,
  type CustomActionDefinition,
  DefinitionError,
  type DefinitionProblem,
  type DefinitionResult,
  defaultDefinition,
  type FieldDefinition,
  type License,
  type LostReason,
  leadFields,
  type Pipeline,
  type ResolvedDefinition,
  resolveDefinition,
  type Stage,
  type Status,
  type TeamMember,
  type Variants,
  type WorkspaceDefinition,
} from './definition/index.ts';
export type { CustomActionDetail, CustomActionSummary } from './enterprise/custom-actions.ts';
export type { CustomFieldDetail, CustomFieldSummary } from './enterprise/custom-fields.ts';
export type { EnterpriseMetadata } from './enterprise/metadata.ts';

export type { FieldType, StoredValue } from './fields/index.ts';
export type { Ingestion, IngestionRemark } from './ingest/ingest.ts';
export type { WriteResult } from './leads/create-lead.ts';
export type { LeadResponse } from './leads/get-lead.ts';
export type { LeadRow } from './leads/response.ts';
export type { SearchPage } from './leads/search-leads.ts';
export type { OperationId, OperationInput, Operations } from './operations.ts';
export { defaultRecords } from './records/default.ts';
export type { ActionSeed, LeadSeed } from './records/records.ts';
export type { Remark } from './results/dropped-value.ts';
export type {
  OperationError,
  OperationErrorCode,
  OperationErrorDetail,
  OperationSuccess,
  Result,
} from './results/result.ts';
export { createMemoryStore, type WorkspaceStore } from './store/index.ts';
export { availabilityStates } from './team/availability-states.ts';
export type { CreatedTeamMember } from './team/create-team-member.ts';
export { createWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';
