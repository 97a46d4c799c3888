import {
  checkActions,
  checkActionUpdate,
  checkLead,
  checkLeadUpdate,
  DefinitionError,
  type ResolvedDefinition,
  resolveDefinition,
  type WorkspaceDefinition,
} from '@telecrm/workspace';
import { assertArgument } from '../arguments/assert-argument.ts';

/** The content of `telecrm.workspace.json`. */
export type WorkspaceFile = WorkspaceDefinition | Readonly<Record<string, unknown>>;

/** A problem in a body: its path, the reason and the fix. */
export interface DroppedPart {
  readonly field: string;
  readonly reason: string;
  readonly fix: string;
}

/** What telecrm would do with a body. */
export interface BodyVerdict {
  /** What it would not store. */
  readonly dropped: readonly DroppedPart[];
  /** What it would store although it is probably unintended. */
  readonly warnings: readonly DroppedPart[];
}

/** @throws DefinitionError when the workspace file is not valid. */
export function readWorkspace(file: WorkspaceFile): ResolvedDefinition {
  const rule = 'workspace must be the content of telecrm.workspace.json';
  // Without a definition, the workspace would be one without custom fields.
  assertArgument(file !== undefined && file !== null, rule, file);
  const result = resolveDefinition(file);
  if (!result.ok) throw new DefinitionError(result.problems);
  return result.definition;
}

type Check = (workspace: ResolvedDefinition, body: unknown) => BodyVerdict;

/** The checks of the operations that write leads or actions. */
const checks: Readonly<Record<string, Check>> = {
  createOrUpdateLead: (workspace, body) => checkLead(workspace, body, 'async'),
  createLead: (workspace, body) => checkLead(workspace, body, 'sync'),
  createActions: checkActions,
  updateLead: checkLeadUpdate,
  updateAction: checkActionUpdate,
};

/** What telecrm would do with the body of an operation; undefined for an operation that is not checked. */
export function checkBody(
  workspace: ResolvedDefinition,
  operationId: string,
  body: unknown,
): BodyVerdict | undefined {
  return Object.hasOwn(checks, operationId) ? checks[operationId]?.(workspace, body) : undefined;
}
