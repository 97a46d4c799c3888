import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { runSample, type SampleLanguage } from '../run-sample.ts';
import { type SampleSandbox, startSampleSandbox } from '../sandbox.ts';

/** Starts a sandbox for the tests of a file and resets it before each test. */
export function useSandbox() {
  let sandbox: SampleSandbox;
  beforeAll(async () => {
    sandbox = await startSampleSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  return {
    /** The sandbox with additional environment variables. */
    with: (environment: Record<string, string> = {}): SampleSandbox => ({
      ...sandbox,
      environment: { ...sandbox.environment, ...environment },
    }),
    /** The report of the sandbox without the control requests of the test. */
    async report() {
      const report = await sandbox.report();
      const exchanges = report.exchanges.filter(({ path }) => !path.startsWith('/_sandbox/'));
      return { ...report, exchanges };
    },
    run: (
      language: SampleLanguage,
      code: string,
      {
        environment = {},
        files = {},
      }: { environment?: Record<string, string>; files?: Record<string, string> } = {},
    ) =>
      runSample(
        { ...sandbox, environment: { ...sandbox.environment, ...environment } },
        language,
        code,
        files,
      ),
    /** Makes the next call of an operation fail. */
    async fail(operationId: string, fault: object = { status: 500 }) {
      const { TELECRM_ENTERPRISE_ID } = sandbox.environment;
      const response = await fetch(
        `${sandbox.url}/_sandbox/workspaces/${TELECRM_ENTERPRISE_ID}/faults`,
        {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify([{ operationId, times: 1, ...fault }]),
        },
      );
      expect(response.ok).toBe(true);
    },
    /** Calls the Sync API. */
    async sync<Body>(path: string, body?: object): Promise<Body> {
      const { TELECRM_SYNC_URL, TELECRM_SYNC_TOKEN, TELECRM_ENTERPRISE_ID } = sandbox.environment;
      const response = await fetch(
        `${TELECRM_SYNC_URL}/enterprise/${TELECRM_ENTERPRISE_ID}${path}`,
        {
          method: body ? 'POST' : 'GET',
          headers: {
            Authorization: `Bearer ${TELECRM_SYNC_TOKEN}`,
            'Content-Type': 'application/json',
          },
          ...(body && { body: JSON.stringify(body) }),
        },
      );
      // The sandbox validates its responses.
      return (await response.json()) as Body;
    },
  };
}
