import { describe, expect, it } from 'vitest';
import { operations, successOf, validRequests } from '../testing/catalog.ts';
import { mockForThisFile } from '../testing/mock.ts';

const mock = await mockForThisFile();

describe.each(operations.map((operation) => [operation.id, operation] as const))(
  '%s',
  (_, operation) => {
    it.each(validRequests(operation).map((request) => [request.name, request] as const))(
      'accepts its example %s and responds with a documented success',
      async (_name, { path, init }) => {
        const response = await fetch(mock.baseUrls[operation.api] + path, init);
        const success = successOf(operation);
        expect(response.status).toBe(success);
        expect(response.headers.get('content-type')).toBe('application/json');
        const documented = operation.examples.filter(({ code }) => code === String(success));
        expect(documented.map(({ value }) => value)).toContainEqual(await response.json());
      },
    );
  },
);

it('includes every operation of both APIs', () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  expect(new Set(operations.map(({ api }) => api))).toEqual(new Set(['sync', 'async']));
});

it('accepts any enterprise ID', async () => {
  const { headers, status } = await fetch(`${mock.baseUrls.sync}/enterprise/other/metadata`, {
    headers: { authorization: 'Bearer sandbox-sync-token' },
  });
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
});
