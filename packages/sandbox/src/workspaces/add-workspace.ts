import { createWorkspace, defaultRecords, type ResolvedDefinition } from '@telecrm/workspace';
import type { CallContext } from '../clock/clock.ts';
import { type ApiName, apiNames } from '../operations/operation.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type {
  Fill,
  InsertOptions,
  InsertResult,
  NewWorkspace,
  WorkspaceRecord,
} from '../storage/workspaces.ts';
import { hashToken } from '../tokens/hash-token.ts';

/** The tokens of a workspace, which are known only at creation. */
export type Tokens = Readonly<Record<ApiName, string>>;

/** The settings of a new workspace. */
export interface WorkspaceSettings
  extends Partial<Pick<NewWorkspace, 'partnerId' | 'state' | 'expiresOn'>>,
    Pick<InsertOptions, 'limit'> {
  readonly definition: ResolvedDefinition;
  readonly tokens: Tokens;
  /** Whether it initially has the leads of telecrm's own pages. */
  readonly withRecords: boolean;
}

export function createTokens({ secret }: CallContext): Tokens {
  const token = (api: ApiName) => `${api}-${secret(32)}`;
  return { sync: token('sync'), async: token('async') };
}

export async function hashTokens(tokens: Tokens): Promise<Tokens> {
  const [sync = '', async = ''] = await Promise.all(apiNames.map((api) => hashToken(tokens[api])));
  return { sync, async };
}

/** Adds a workspace with its team and, if requested, its initial leads. */
export async function addWorkspace(
  storage: SandboxStorage,
  settings: WorkspaceSettings,
  context: CallContext,
): Promise<InsertResult> {
  const { tokens, limit } = settings;
  const record = newWorkspace(settings, await hashTokens(tokens), context.now());
  const fill = fillFor(record, context);
  return storage.workspaces.insert(record, { fill, ...(limit !== undefined && { limit }) });
}

export function newWorkspace(
  settings: Omit<WorkspaceSettings, 'tokens'>,
  tokenHashes: Tokens,
  now: number,
): NewWorkspace {
  const { definition, withRecords, partnerId = null, state = 'live', expiresOn = null } = settings;
  return {
    enterpriseId: definition.enterpriseId,
    ...{ partnerId, state, tokenHashes, definition, withRecords, expiresOn },
    clock: { offsetMs: 0 },
    ...{ createdOn: now, lastUsedOn: now },
  };
}

/** Adds the initial content of a definition to a workspace. */
export function fillFor(
  { definition, withRecords }: Pick<WorkspaceRecord, 'definition' | 'withRecords'>,
  { now, id }: CallContext,
): Fill {
  return async (store) => {
    const records = withRecords ? defaultRecords : [];
    await createWorkspace({ definition, store, records, clock: now, generateId: id });
  };
}
