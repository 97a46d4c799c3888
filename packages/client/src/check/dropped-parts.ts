import {
  checkLead,
  DefinitionError,
  type ResolvedDefinition,
  resolveDefinition,
  type WorkspaceDefinition,
} from '@telecrm/workspace';

/** The content of `telecrm.workspace.json`. */
export type WorkspaceFile = WorkspaceDefinition | Readonly<Record<string, unknown>>;

/** A part of a body that telecrm would not store: where, why, and what to do. */
export interface DroppedPart {
  readonly field: string;
  readonly reason: string;
  readonly fix: string;
}

/** @throws DefinitionError when the workspace file is not valid. */
export function readWorkspace(file: WorkspaceFile): ResolvedDefinition {
  const result = resolveDefinition(file);
  if (!result.ok) throw new DefinitionError(result.problems);
  return result.definition;
}

/** What telecrm would drop of a new lead, or of a list of actions. */
export function droppedParts(
  workspace: ResolvedDefinition,
  body: unknown,
  api: 'sync' | 'async',
  part: 'lead' | 'actions' = 'lead',
): readonly DroppedPart[] {
  const { dropped } = checkLead(workspace, body, api);
  return part === 'lead' ? dropped : dropped.filter(({ field }) => field.startsWith('actions'));
}
