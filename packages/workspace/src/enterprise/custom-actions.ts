import type { CustomActionDefinition } from '../definition/index.ts';
import { idOf } from '../ids.ts';
import { ofAction, optionsOf } from '../options.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';

/** A custom action in short. */
export interface CustomActionSummary {
  code: string;
  displayName: string;
  score: number;
  source: 'USER';
}

/** A custom action in full. */
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
  room: Room,
  { query = {} }: { query?: { detail?: boolean } },
): Promise<Result<{ customActions: (CustomActionSummary | CustomActionDetail)[] }>> {
  const { customActions } = room.definition;
  if (query.detail !== true) return done({ customActions: customActions.map(showSummary) });
  const details = customActions.map((action) => showDetail(room, action));
  return done({ customActions: await Promise.all(details) });
}

/** By the full code, `ACTION_1001`; the bare one that payloads of the Sync API hold is not found here. */
export async function getCustomAction(
  room: Room,
  { path: { code } }: { path: { code: string } },
): Promise<Result<CustomActionDetail>> {
  const action = room.definition.customActions.find((known) => known.code === code);
  return action
    ? done(await showDetail(room, action))
    : refuse('NOT_FOUND', `Custom action with code ${code} was not found.`);
}

function showSummary({
  code,
  displayName,
  score = 0,
}: CustomActionDefinition): CustomActionSummary {
  return { code, displayName, score, source: 'USER' };
}

async function showDetail(room: Room, action: CustomActionDefinition): Promise<CustomActionDetail> {
  const { code, icon, description } = action;
  const fields: [string, { type: string; options?: string[] }][] = [];
  for (const [apiName, field] of Object.entries(action.fieldSchema)) {
    const options = await optionsOf(room, field, ofAction(code.replace('ACTION_', ''), apiName));
    const shown = { type: field.type.toUpperCase(), ...(options && { options: [...options] }) };
    fields.push([apiName, shown]);
  }
  return {
    id: code === 'ACTION_1001' ? '5f8a1b2c3d4e5f6a7b8c9d10' : idOf(code),
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
