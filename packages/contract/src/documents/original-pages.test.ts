import { startMock } from '@telecrm/mock';
import { apis } from '@telecrm/spec/model';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { operationById, requestBodies, statusesOf } from '../operations.ts';
import { responseIssues } from '../validate.ts';
import { curl } from './curl.ts';
import { type PageCall, pageCalls } from './page-calls.ts';
import { pageChoices, pageResponses } from './page-responses.ts';

const plain = inject('mock');
const sandbox = await startMock({ strict: true });
const control = `${sandbox.url}/_sandbox/workspaces/ent_sandbox`;
afterAll(() => sandbox.close());

/** The lead for `{leadId}`: one of the default workspace. */
const leadId = '603d2b2f9b1e8a001c8e4f5c';
const inPath = (path: string, actionId: string) =>
  path.replace('{leadId}', leadId).replace('{actionId}', actionId);

describe.each(pageCalls)('$page: $call', (pageCall) => {
  const operation = operationById(pageCall.operationId);

  it('is accepted by the stateless mock, with a response of the documented shape', async () => {
    const { status, body } = await curl(plain, operation, pageCall);
    expect(status).toMatch(/^2/);
    expect(statusesOf(operation)).toContain(status);
    expect(responseIssues(operation, status, body)).toEqual([]);
  });
});

const pages = [...Map.groupBy(pageCalls, ({ page }) => page)];

/** Sends the calls of a page in order to a fresh sandbox: later calls may use leads that earlier ones created. */
async function makeCalls(calls: readonly PageCall[]): Promise<void> {
  await fetch(`${control}/reset`, { method: 'POST' });
  let actionId = '';
  for (const pageCall of calls) {
    const operation = operationById(pageCall.operationId);
    const path = inPath(pageCall.path, actionId);
    const { status, body } = await curl(sandbox.baseUrls, operation, { ...pageCall, path });
    const success = statusesOf(operation).find((code) => code.startsWith('2'));
    expect(status, pageCall.call).toBe(success);
    expect(body, pageCall.call).toMatchObject(printed(pageCall));
    actionId = actionIdOf(body) ?? actionId;
  }
}

it.each(pages)('responds to the calls on page %s as documented there', async (_page, calls) => {
  await makeCalls(calls);
});

const queued = ({ operationId }: PageCall) => operationId === 'createOrUpdateLead';

it.each(pages.filter(([, calls]) => calls.some(queued)))(
  'drops nothing from the bodies that page %s queues',
  async (_page, calls) => {
    await makeCalls(calls);
    await fetch(`${control}/drain`, { method: 'POST' });
    const response = await fetch(`${control}/ingestions`);
    const { data }: { data: object[] } = JSON.parse(await response.text());
    const sent = calls.filter(queued).map(({ body }) => actionsIn(body));
    // The newest ingestion comes first.
    expect(data).toMatchObject(
      sent.toReversed().map((actions) => ({
        outcome: expect.stringMatching(/^(CREATED|UPDATED)$/),
        actions: actions.map(() => ({ status: 'CREATED' })),
        remarks: [],
      })),
    );
  },
);

function actionsIn(body: unknown): readonly unknown[] {
  // Every body that a page queues has actions.
  return (body as { actions: unknown[] }).actions;
}

function printed({ response = {} }: PageCall): object {
  return JSON.parse(JSON.stringify(response).replace('{leadId}', leadId));
}

function actionIdOf(body: unknown): string | undefined {
  // Only the responses to calls that create actions contain actions.
  const { actions } = body as { actions?: { action_id: string | null }[] };
  return actions?.at(-1)?.action_id ?? undefined;
}

const payloads = pageCalls.filter(({ body }) => body !== undefined);

describe('the payloads on the pages', () => {
  it.each(payloads)('$page: $call is a request example of the spec, verbatim', (pageCall) => {
    expect(requestBodies(operationById(pageCall.operationId))).toContainEqual(pageCall.body);
  });
});

describe('the responses on the pages', () => {
  it.each(pageResponses)(
    '$page: $operationId $status is an example of the spec, verbatim',
    ({ operationId, status, body }) => {
      const { responses } = operationById(operationId);
      const { content } = responses.find((response) => response.status === status) ?? {};
      expect(content?.examples.map(({ value }) => value)).toContainEqual(body);
    },
  );

  it.each(pageResponses.filter(({ provokedBy }) => provokedBy))(
    '$page: $operationId $status is the response of the sandbox, except for created IDs',
    async ({ operationId, status, body, provokedBy = { path: '', body: {} } }) => {
      await fetch(`${control}/reset`, { method: 'POST' });
      const sent = await curl(sandbox.baseUrls, operationById(operationId), provokedBy);
      expect(sent.status).toBe(status);
      expect(withoutCreatedIds(sent.body)).toEqual(withoutCreatedIds(body));
    },
  );
});

describe('the enum values on the pages', () => {
  it.each(Object.entries(pageChoices))('%s has exactly these values', (schema, choices) => {
    for (const { schemas } of Object.values(apis())) {
      expect(schemas[schema]?.enum).toEqual(choices);
    }
  });
});

function withoutCreatedIds(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (key, value) => (key === 'lead_id' ? 'created' : value)));
}
