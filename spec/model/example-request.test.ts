import { expect, it } from 'vitest';
import { apis } from './apis.ts';
import { exampleRequests } from './example-request.ts';

const { sync } = apis();

it('returns a request for each example of a body, with the path parameters filled in', () => {
  const operation = sync.operation('updateLead');
  const requests = exampleRequests(operation);
  expect(requests.map(({ name, body }) => [name, body])).toEqual(
    operation.requestBody?.examples.map(({ name, value }) => [name, value]),
  );
  for (const { path } of requests) expect(path).toMatch(/^\/enterprise\/ent_sandbox\/lead\/\w+$/);
});

it('returns one request if there is no body', () => {
  expect(exampleRequests(sync.operation('getEnterpriseMetadata'))).toEqual([
    { name: 'no body', path: '/enterprise/ent_sandbox/metadata', body: undefined },
  ]);
});

it('names the parameter that has no example', () => {
  const operation = sync.operation('getLead');
  const parameters = operation.parameters.map((one) => ({ ...one, example: undefined }));
  expect(() => exampleRequests({ ...operation, parameters })).toThrow(
    'getLead: enterpriseId has no example',
  );
});
