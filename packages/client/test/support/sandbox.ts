import { afterAll, beforeAll, beforeEach } from 'vitest';
import {
  startSandbox,
  type TestSandbox,
  type TestSandboxOptions,
} from '../../src/testing/index.ts';

/**
 * A sandbox for the tests of a file, reset before each test. Waits between attempts are short. If
 * `useJumpingClock` is called first, the sandbox uses the jumping clock.
 */
export function useSandbox(options: TestSandboxOptions = {}): TestSandbox {
  // Read only while tests run, because the sandbox exists only then.
  const sandbox = {} as TestSandbox;
  beforeAll(async () => {
    const client = { retry: { backoffMs: 2 }, ...options.client };
    Object.assign(sandbox, await startSandbox({ ...options, client }));
    // The first call of a token hashes it in another thread, for which a jumping clock does not wait.
    await sandbox.sync.getEnterpriseMetadata();
    await sandbox.async.createOrUpdateLead({ body: { fields: { phone: '919876543210' } } });
    await sandbox.drain();
  }, 60_000);
  beforeEach(async () => {
    await sandbox.reset();
    await sandbox.fail();
  });
  afterAll(() => sandbox.close());
  return sandbox;
}

/** A lead of the fresh workspace, by its ID. */
export async function createLead({ sync }: TestSandbox, phone = '919876543210'): Promise<string> {
  const { lead_id } = await sync.createLead({ body: { fields: { phone, name: 'Jane Doe' } } });
  return lead_id;
}

/** The number of calls of an operation that the sandbox received. */
export async function callsOf({ workspace }: TestSandbox, operation: string): Promise<number> {
  const { data } = await workspace.requests({ limit: 100 });
  return data.filter((call) => call.operation === operation).length;
}

/** Options to create another client of the sandbox. */
export function optionsOf<Api extends 'sync' | 'async'>({ env, fetch }: TestSandbox, api: Api) {
  const apis = {
    sync: { token: env.TELECRM_SYNC_TOKEN, baseUrl: env.TELECRM_SYNC_URL },
    async: { token: env.TELECRM_ASYNC_TOKEN, baseUrl: env.TELECRM_ASYNC_URL },
  };
  return { enterpriseId: env.TELECRM_ENTERPRISE_ID, ...apis[api], fetch };
}
