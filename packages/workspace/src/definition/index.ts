export type { DefinitionProblem } from './check.ts';
export { defaultDefinition } from './default.ts';
export type {
  ActionFieldDefinition,
  CustomActionDefinition,
  FieldDefinition,
  License,
  LostReason,
  Pipeline,
  Stage,
  Status,
  TeamMember,
  WorkspaceDefinition,
} from './definition.ts';
export { type ResolvedDefinition, resolveDefinition } from './resolve.ts';
export { leadFields, standardFields, systemFieldNames } from './standard-fields.ts';
