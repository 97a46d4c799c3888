import type { WorkspaceDefinition } from '@telecrm/workspace';
import type { ServerContext } from '../calls/server-context.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import { addWorkspace, createTokens } from './add-workspace.ts';
import { credentialsOf } from './credentials.ts';
import { openWorkspace } from './open-workspace.ts';
import { parseDefinition } from './parse-definition.ts';
import type { SandboxWorkspace, WorkspaceControl, WorkspaceSummary } from './sandbox-workspace.ts';
import { summariesOf } from './summary.ts';

/** The workspaces of a sandbox. */
export interface SandboxWorkspaces {
  /**
   * Creates an isolated workspace, for example for a single test.
   *
   * @param definition The differences from the default workspace. The new one has no leads.
   * @throws TypeError if the definition is invalid, with the path, the problem and the fix.
   *
   * @example
   * ```ts
   * import { createSandbox } from '@telecrm/sandbox';
   *
   * const sandbox = createSandbox();
   * const { enterpriseId, syncToken } = await sandbox.workspaces.create({ defaultCountry: 'US' });
   * console.log(enterpriseId, syncToken.length);
   * ```
   */
  create(definition?: WorkspaceDefinition): Promise<SandboxWorkspace>;
  /**
   * Returns the workspace with this enterprise ID, if it exists. It has no tokens, because only their hashes are
   * stored.
   */
  get(enterpriseId: string): Promise<WorkspaceControl | undefined>;
  /** All workspaces, oldest first. */
  list(): Promise<WorkspaceSummary[]>;
}

/**
 * The workspaces of a sandbox.
 *
 * @param ready Resolves when the default workspace has been created.
 *
 * @example
 * ```ts
 * import { openSandbox, openWorkspaces } from '@telecrm/sandbox/adapter';
 *
 * const { server, addDefaultWorkspace } = openSandbox();
 * const { enterpriseId } = await openWorkspaces(server, addDefaultWorkspace).create();
 * console.log(enterpriseId);
 * ```
 */
export function openWorkspaces(
  server: ServerContext,
  ready: () => Promise<void>,
): SandboxWorkspaces {
  const { storage, clock } = server;
  return {
    async create(definition) {
      await ready();
      const context = clock.beginCall();
      const parsed = parseDefinition(definition, {
        enterpriseId: `ent_${context.secret(12)}`,
        prefix: '',
      });
      if ('problem' in parsed) throw new TypeError(parsed.problem);
      const tokens = createTokens(context);
      const { enterpriseId } = parsed.definition;
      const settings = { definition: parsed.definition, tokens, withRecords: false };
      const result = await addWorkspace(storage, settings, context);
      if (result !== 'inserted') throw new TypeError('enterpriseId is in use: leave it out');
      const control = openWorkspace(server, enterpriseId, ready);
      return { ...control, ...credentialsOf(enterpriseId, tokens) };
    },
    async get(enterpriseId) {
      await ready();
      const record = await storage.workspaces.get(enterpriseId);
      return record && openWorkspace(server, enterpriseId, ready);
    },
    async list() {
      await ready();
      const all: WorkspaceRecord[] = [];
      for (let total = 1; all.length < total; ) {
        const page = await storage.workspaces.list({}, { skip: all.length, limit: 1000 });
        all.push(...page.items);
        total = page.items.length > 0 ? page.total : 0;
      }
      return summariesOf(storage, all);
    },
  };
}
