/** The compiled validators of the sandbox and Prism have the same verdict on every request derived from the spec. */
import { requestIssues, operations as sandboxOperations } from '@telecrm/sandbox/adapter';
import { describe, expect, it } from 'vitest';
import { exampleRequest, type Request } from '../call.ts';
import { type ApiOperation, operations, requestBodies } from '../operations.ts';
import { badRequests } from '../requests/bad-requests.ts';
import { differences } from './differences.ts';
import { createPrismVerdict } from './prism.ts';

const prismVerdict = await createPrismVerdict(operations);

function sandboxVerdict({ id }: ApiOperation, { path, query, body }: Request): string[] {
  const operation = sandboxOperations.find((candidate) => candidate.id === id);
  if (!operation) throw new Error(`the sandbox does not know ${id}`);
  const texts = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const issues = requestIssues(operation, {
    path: Object.fromEntries(Object.entries(path).map(([name, value]) => [name, String(value)])),
    search: new URLSearchParams(texts).toString(),
    body,
    size: 0,
  });
  return issues.map(({ path, keyword }) => `${path.join('.')} ${keyword}`);
}

/** The requests that an operation must accept: one for each example of its body, or one without a body. */
function goodRequests(operation: ApiOperation): Request[] {
  const request = exampleRequest(operation);
  const bodies = requestBodies(operation);
  return bodies.length === 0 ? [request] : bodies.map((body) => ({ ...request, body }));
}

/** A request for each query parameter, sent with an empty value. */
function emptyParameters(operation: ApiOperation): { what: string; request: Request }[] {
  const request = exampleRequest(operation);
  return operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => ({
      what: `query ${name} is empty`,
      request: { ...request, query: { [name]: '' } },
    }));
}

const wrongRequests = (operation: ApiOperation) => [
  ...badRequests(operation),
  ...emptyParameters(operation),
];

describe.each(operations)('$id', (operation) => {
  it.each(goodRequests(operation))('accepts %j, as Prism does', async (request) => {
    expect(sandboxVerdict(operation, request)).toEqual([]);
    expect(await prismVerdict(operation, request)).toEqual([]);
  });

  const wrong = wrongRequests(operation);
  it.each(wrong)('has the same verdict as Prism: $what', async ({ what, request }) => {
    const verdicts = {
      sandbox: sandboxVerdict(operation, request).length > 0,
      prism: (await prismVerdict(operation, request)).length > 0,
    };
    const known = differences.find(({ matches }) => matches(what));
    expect(verdicts).toEqual(known?.verdicts ?? { sandbox: true, prism: true });
  });
});

it('compares many requests, and each kind of difference occurs', () => {
  const good = operations.flatMap(goodRequests);
  const wrong = operations.flatMap(wrongRequests).map(({ what }) => what);
  expect(good.length).toBeGreaterThanOrEqual(30);
  expect(wrong.length).toBeGreaterThanOrEqual(420);
  for (const { matches } of differences) expect(wrong.some(matches)).toBe(true);
});
