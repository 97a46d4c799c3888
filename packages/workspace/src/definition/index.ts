export { defaultDefinition } from './default.ts';
export { leadFields } from './lead-fields.ts';
export { DefinitionError, type DefinitionProblem } from './problems.ts';
export { completeDefinition, type DefinitionResult, resolveDefinition } from './resolve.ts';
export { standardFields, systemFieldNames } from './standard-fields.ts';
export type {
  ActionFieldDefinition,
  CustomActionDefinition,
  FieldDefinition,
  License,
  LostReason,
  Pipeline,
  ResolvedDefinition,
  Stage,
  Status,
  TeamMember,
  Variants,
  WorkspaceDefinition,
} from './types.ts';
