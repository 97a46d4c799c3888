import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { runSample, type SampleLanguage } from '../run-sample.ts';
import { type SampleSandbox, startSampleSandbox } from '../sandbox.ts';

/** A sandbox for the recipes of a file, reset before each test. */
export function useSandbox() {
  let sandbox: SampleSandbox;
  beforeAll(async () => {
    sandbox = await startSampleSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  return {
    /** The sandbox, with variables of the test's own. */
    with: (environment: Record<string, string> = {}): SampleSandbox => ({
      ...sandbox,
      environment: { ...sandbox.environment, ...environment },
    }),
    /** What was exchanged since the last report, beside what the test itself controls. */
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
    /** Has the next calls of an operation fail. */
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
    /** A call of the Sync API. */
    async sync<Answer>(path: string, body?: object): Promise<Answer> {
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
      // The sandbox has checked the form of its own responses.
      return (await response.json()) as Answer;
    },
  };
}
