import { describe, expect, inject, it } from 'vitest';
import { caller, exampleRequest } from './call.ts';
import { operations, statusesOf } from './operations.ts';
import { responseIssues } from './validate.ts';

const call = caller(inject('mock'));

/** The status to request if the spec documents a whole class. */
const concrete = (status: string) => Number(status.replace('XX', '00'));

describe.each(operations)('$id', (operation) => {
  const request = exampleRequest(operation);
  const examples = operation.responses.flatMap(({ status, headers, content }) =>
    (content?.examples ?? []).map((example) => ({ status, headers, ...example })),
  );

  it.each(examples)(
    'responds to the client with $status $name, as in the spec',
    async ({ status: documented, name, value, headers }) => {
      const status = concrete(documented);
      const outcome = await call(operation, request, {
        Prefer: `code=${status}, example=${name}`,
      });
      expect(outcome.status).toBe(status);
      const body = status < 400 ? outcome.data : outcome.error;
      expect(body).toEqual(value);
      expect(status < 400 ? outcome.error : outcome.data).toBeUndefined();
      expect(responseIssues(operation, documented, body)).toEqual([]);
      for (const header of headers) expect(outcome.headers.has(header.name)).toBe(true);
    },
  );

  it('has an example for each documented status', () => {
    const withExample = new Set(examples.map(({ status }) => status));
    expect([...withExample].sort()).toEqual(statusesOf(operation).sort());
  });

  const requests = [
    ...(operation.requestBody?.examples ?? [{ name: 'no body', value: undefined }]),
  ];
  it.each(requests)('accepts the request $name', async ({ value }) => {
    const outcome = await call(operation, { ...request, body: value });
    expect(outcome.error).toBeUndefined();
    const success = statusesOf(operation).find((status) => concrete(status) === outcome.status);
    expect(success).toMatch(/^2/);
    expect(responseIssues(operation, outcome.status, outcome.data)).toEqual([]);
  });
});
