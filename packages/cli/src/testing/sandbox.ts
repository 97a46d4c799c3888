import { startMock } from '@telecrm/mock';

/** A sandbox on a port of its own, and the variables that point a command at one of its workspaces. */
export interface TestSandbox extends AsyncDisposable {
  /** Makes a workspace, and gives the variables for it. */
  env(definition?: object): Promise<Record<string, string>>;
}

export async function createTestSandbox(): Promise<TestSandbox> {
  const mock = await startMock({ asyncDelay: 0 });
  return {
    async env(definition) {
      const { enterpriseId, syncToken, asyncToken } = await mock.createWorkspace(definition);
      return {
        TELECRM_ENTERPRISE_ID: enterpriseId,
        TELECRM_SYNC_TOKEN: syncToken,
        TELECRM_ASYNC_TOKEN: asyncToken,
        TELECRM_SYNC_URL: mock.baseUrls.sync,
        TELECRM_ASYNC_URL: mock.baseUrls.async,
      };
    },
    [Symbol.asyncDispose]: () => mock.close(),
  };
}
