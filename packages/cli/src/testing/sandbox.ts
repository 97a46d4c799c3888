import { startMock } from '@telecrm/mock';
import type { SandboxWorkspace } from '@telecrm/sandbox';
import type { WorkspaceDefinition } from '@telecrm/workspace';

/** A workspace of a sandbox, and the variables with which a command uses it. */
interface TestWorkspace {
  readonly env: Record<string, string>;
  readonly workspace: SandboxWorkspace;
}

/** A sandbox on its own port. */
export interface TestSandbox extends AsyncDisposable {
  create(definition?: WorkspaceDefinition): Promise<TestWorkspace>;
  /** Creates a workspace and returns its variables. */
  env(definition?: WorkspaceDefinition): Promise<Record<string, string>>;
}

export async function createTestSandbox(requestsPerHour = 1_000_000): Promise<TestSandbox> {
  const mock = await startMock({ asyncDelayMs: 0, requestsPerHour });
  const create = async (definition?: WorkspaceDefinition): Promise<TestWorkspace> => {
    const workspace = await mock.workspaces.create(definition);
    const env = {
      TELECRM_ENTERPRISE_ID: workspace.enterpriseId,
      TELECRM_SYNC_TOKEN: workspace.syncToken,
      TELECRM_ASYNC_TOKEN: workspace.asyncToken,
      TELECRM_SYNC_URL: mock.baseUrls.sync,
      TELECRM_ASYNC_URL: mock.baseUrls.async,
    };
    return { env, workspace };
  };
  return {
    create,
    env: async (definition) => (await create(definition)).env,
    [Symbol.asyncDispose]: () => mock.close(),
  };
}
