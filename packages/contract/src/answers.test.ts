import { describe, expect, inject, it } from 'vitest';
import { caller, exampleRequest } from './call.ts';
import { everyResponseExample } from './every-response-example.ts';
import { operations } from './operations.ts';
import { complaints } from './validate.ts';

const call = caller(inject('mock'));
const exercised: string[] = [];

/** The status to ask for where the spec names a whole class. */
const concrete = (status: string) => Number(status.replace('XX', '00'));

describe.each(operations)('$id', (operation) => {
  const request = exampleRequest(operation);

  it.each(operation.responses)(
    'answers $status $name through the client, as the spec prints it',
    async (example) => {
      const status = concrete(example.status);
      const outcome = await call(operation, request, {
        Prefer: `code=${status}, example=${example.name}`,
      });
      expect(outcome.status).toBe(status);
      const body = status < 400 ? outcome.data : outcome.error;
      expect(body).toEqual(example.body);
      expect(status < 400 ? outcome.error : outcome.data).toBeUndefined();
      expect(complaints(operation.api, operation.pointers.response(example.status), body)).toEqual(
        [],
      );
      for (const header of example.headers) expect(outcome.headers.has(header)).toBe(true);
      exercised.push(`${operation.id} ${example.status} ${example.name}`);
    },
  );

  it('has an example for each status it documents', () => {
    const withExample = new Set(operation.responses.map(({ status }) => status));
    expect([...withExample].sort()).toEqual(Object.keys(operation.raw.responses).sort());
  });

  const requests =
    operation.requests.length > 0 ? operation.requests : [{ name: 'no body', body: undefined }];
  it.each(requests)('takes the request $name and answers with success', async ({ body }) => {
    const outcome = await call(operation, { ...request, body });
    expect(outcome.error).toBeUndefined();
    const success = operation.responses.find(({ status }) => concrete(status) === outcome.status);
    expect(success?.status).toMatch(/^2/);
    const pointer = operation.pointers.response(String(outcome.status));
    expect(complaints(operation.api, pointer, outcome.data)).toEqual([]);
  });
});

describe('the contract', () => {
  it('leaves no example of any response in the bundles out', () => {
    expect(exercised.sort()).toEqual(everyResponseExample().sort());
  });
});
