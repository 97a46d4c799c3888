import type { Parameter } from '@telecrm/spec/model';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { caller, exampleRequest, type Outcome } from '../call.ts';
import { type ApiOperation, operations, requestBodies, statusesOf } from '../operations.ts';
import { tokens } from '../tokens.ts';
import { responseIssues } from '../validate.ts';
import { badRequests } from './bad-requests.ts';

const call = caller(inject('mock'));
const { sync, async } = tokens;
const withOtherToken = caller(inject('mock'), { sync: async, async: sync });
const withUnknownToken = caller(inject('mock'), { sync: 'no-such-token', async: 'no-such-token' });

let rejections = 0;

/** Checks that a response is a documented error of the operation: the error envelope with a message. */
function expectErrorResponse(operation: ApiOperation, outcome: Outcome, status?: number) {
  const documented = statusesOf(operation).filter((key) => key.startsWith('4'));
  expect(outcome.data).toBeUndefined();
  expect(documented).toContain(String(outcome.status));
  if (status !== undefined) expect(outcome.status).toBe(status);
  expect(responseIssues(operation, outcome.status, outcome.error)).toEqual([]);
  expect(outcome.error).toHaveProperty('error.message', expect.stringMatching(/\S/));
  rejections += 1;
}

describe.each(operations)('$id rejects', (operation) => {
  const request = exampleRequest(operation);

  it("the other API's token", async () => {
    expectErrorResponse(operation, await withOtherToken(operation, request), 401);
  });

  it('an unknown token', async () => {
    expectErrorResponse(operation, await withUnknownToken(operation, request), 401);
  });

  it.each(badRequests(operation))('$what', async ({ request }) => {
    expectErrorResponse(operation, await call(operation, request));
  });

  it('at least one value wherever its schema sets a limit', () => {
    const bounded = requestBodies(operation).length > 0 || operation.parameters.some(isBounded);
    expect(badRequests(operation).length > 0).toBe(bounded);
  });
});

/** A parameter of type string without limits accepts any text; in a path, it is never empty. */
function isBounded({ in: location, schema }: Parameter): boolean {
  const { type, format, pattern, enum: choices, minLength = 0 } = schema;
  if (type !== 'string' || (location === 'query' && minLength > 0)) return true;
  return [format, pattern, choices].some((rule) => rule !== undefined);
}

afterAll(() => {
  const responses = operations.flatMap(statusesOf).length;
  const examples = operations
    .flatMap((operation) => operation.responses)
    .flatMap(({ content }) => content?.examples ?? []).length;
  const requests = operations.flatMap(requestBodies).length;
  console.log(
    `Contract: ${operations.length} operations, ${responses} responses, ` +
      `${examples + requests} examples (${requests} of requests), ${rejections} rejections`,
  );
});
