import type { WorkspaceDefinition } from '@telecrm/workspace';
import type { ServerContext } from '../calls/server-context.ts';
import { credentialsOf } from './credentials.ts';
import { openWorkspace } from './open-workspace.ts';
import { parseDefinition } from './parse-definition.ts';
import type { SandboxWorkspace, WorkspaceSummary } from './sandbox-workspace.ts';
import { summaryOf } from './summary.ts';

/** The workspaces of a sandbox. */
export interface SandboxWorkspaces {
  /**
   * Creates an isolated workspace, for example one for each test.
   *
   * @param definition The differences from the default workspace. The new one has no leads.
   * @throws TypeError if the definition is invalid, with the place, the problem and the fix.
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
  /** The workspace with this enterprise ID, if there is one. */
  get(enterpriseId: string): Promise<SandboxWorkspace | undefined>;
  /** All workspaces, oldest first. */
  list(): Promise<WorkspaceSummary[]>;
}

/** @param ready Resolves when the default workspace has been created. */
export function openWorkspaces(
  server: ServerContext,
  ready: () => Promise<void>,
): SandboxWorkspaces {
  const { registry, clock } = server;
  return {
    async create(definition) {
      await ready();
      const context = clock.beginCall();
      const enterpriseId = `ent_${context.secret(12)}`;
      const parsed = parseDefinition(definition, { enterpriseId, place: '' });
      if ('problem' in parsed) throw new TypeError(parsed.problem);
      const tenant = await registry.create(parsed.definition, context);
      if (tenant === undefined) throw new TypeError('enterpriseId is taken: leave it out');
      return openWorkspace(server, credentialsOf(tenant), ready);
    },
    async get(enterpriseId) {
      await ready();
      const tenant = registry.get(enterpriseId);
      return tenant && openWorkspace(server, credentialsOf(tenant), ready);
    },
    async list() {
      await ready();
      return Promise.all(registry.list().map((tenant) => summaryOf(tenant, clock.initial)));
    },
  };
}
