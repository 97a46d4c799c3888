/**
 * Keys that telecrm ignores violate the spec, so validators report them; the sandbox accepts the request and reports
 * them, too.
 */

import { startMock } from '@telecrm/mock';
import type { Schema } from '@telecrm/spec/model';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleRequest } from '../call.ts';
import { curl } from '../documents/curl.ts';
import {
  type ApiOperation,
  apiOf,
  operationById,
  operations,
  requestBodies,
} from '../operations.ts';
import { requestIssues } from '../validate.ts';

const sandbox = await startMock({ strict: true });
afterAll(() => sandbox.close());

const control = `${sandbox.url}/_sandbox/workspaces/${sandbox.workspace.enterpriseId}`;
beforeEach(async () => {
  await fetch(`${control}/reset`, { method: 'POST' });
});

const unknownKey = 'unknown_key';

/** A body with an unknown key at each path where the spec says that such a key is ignored. */
function* withIgnoredKeys(
  operation: ApiOperation,
  schema: Schema,
  value: unknown,
): Iterable<unknown> {
  const { properties = {}, items, ...own } = apiOf(operation).resolveSchema(schema);
  const branch = isPayment(value) ? own.then : own.else;
  if (branch) yield* withIgnoredKeys(operation, branch, value);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const bad of withIgnoredKeys(operation, items ?? {}, item)) yield value.with(index, bad);
    }
  } else if (typeof value === 'object' && value !== null) {
    if (own['x-unknown-keys'] === 'ignored') yield { ...value, [unknownKey]: 'x' };
    for (const [key, inner] of Object.entries(value)) {
      for (const bad of withIgnoredKeys(operation, properties[key] ?? {}, inner)) {
        yield { ...value, [key]: bad };
      }
    }
  }
}

function isPayment(value: unknown): boolean {
  return (value as { type?: unknown } | null)?.type === 'PAYMENT';
}

const cases = operations.flatMap((operation) =>
  requestBodies(operation).flatMap((body) =>
    [...withIgnoredKeys(operation, operation.requestBody?.schema ?? {}, body)].map((bad) => ({
      id: operation.id,
      body: bad,
      text: JSON.stringify(bad),
    })),
  ),
);

describe('a key that telecrm ignores', () => {
  it.each(cases)(
    'in $id $text violates the spec, is accepted and reported',
    async ({ id, body }) => {
      const operation = operationById(id);
      expect(requestIssues(operation, body)).not.toEqual([]);
      const { path } = exampleRequest(operation);
      const below = operation.path.split('{enterpriseId}')[1] ?? '';
      const filled = below.replaceAll(/\{(\w+)\}/g, (_, name) => String(path?.[name]));
      const { status } = await curl(sandbox.baseUrls, operation, { path: filled, body });
      expect(status).toMatch(/^2/);
      const requests = await fetch(`${control}/requests?limit=1`);
      expect(await requests.json()).toMatchObject({
        data: [{ violations: expect.arrayContaining([expect.stringContaining(unknownKey)]) }],
      });
    },
  );

  it('is tested in every operation that writes leads or actions', () => {
    expect([...new Set(cases.map(({ id }) => id))].sort()).toEqual([
      'createActions',
      'createLead',
      'createOrUpdateLead',
      'updateAction',
      'updateLead',
    ]);
  });
});
