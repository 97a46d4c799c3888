import { startMock } from '@telecrm/mock';

/** The sandbox on a port, for programs in other processes; `await using` stops it. */
export async function startSandboxServer() {
  const mock = await startMock();
  const workspace = await mock.workspaces.create();
  return {
    workspace,
    /** The environment that connects a program to a workspace without leads. */
    env: {
      TELECRM_ENTERPRISE_ID: workspace.enterpriseId,
      TELECRM_SYNC_TOKEN: workspace.syncToken,
      TELECRM_ASYNC_TOKEN: workspace.asyncToken,
      TELECRM_SYNC_URL: mock.baseUrls.sync,
      TELECRM_ASYNC_URL: mock.baseUrls.async,
    },
    [Symbol.asyncDispose]: () => mock.close(),
  };
}
