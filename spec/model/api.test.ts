import asyncDocument from '@telecrm/spec/async.json' with { type: 'json' };
import syncDocument from '@telecrm/spec/sync.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { apis, componentName, type OpenApiDocument, readApi } from './index.ts';

const { sync, async } = apis();

/** How often a key occurs in any object of a document, and with how many entries. */
function count(node: unknown, key: string): number {
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [name, value]) =>
      sum + (name === key ? Object.keys(Object(value)).length : 0) + count(value, key),
    0,
  );
}

describe('an API read from its bundle', () => {
  it('has its name, base path, servers, sandbox token and enterprise ID', () => {
    expect([sync.name, async.name]).toEqual(['sync', 'async']);
    expect([sync.basePath, async.basePath]).toEqual(['/autoupdate/v2', '']);
    expect(sync.servers.production).toBe('https://next.telecrm.in/autoupdate/v2');
    expect(sync.servers.sandbox).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/autoupdate\/v2$/);
    expect([sync.sandboxToken, async.sandboxToken]).toEqual([
      'sandbox-sync-token',
      'sandbox-async-token',
    ]);
    expect([sync.sandboxEnterpriseId, async.sandboxEnterpriseId]).toEqual([
      'ent_sandbox',
      'ent_sandbox',
    ]);
  });

  it('has the evidence of the rate limit', () => {
    expect(async.rateLimit?.evidence).toBeUndefined();
    expect(sync.rateLimit?.evidence?.level).toBe('observed');
  });

  it.each([['Sync', sync, syncDocument] as const, ['Async', async, asyncDocument] as const])(
    'has every operation of the %s API, with every parameter and response',
    (_, api, document) => {
      const text = JSON.stringify(document.paths);
      expect(api.operations).toHaveLength(text.split('"operationId":').length - 1);
      const responses = api.operations.flatMap((operation) => operation.responses);
      expect(responses).toHaveLength(count(document.paths, 'responses'));
      // Every operation has the enterprise ID, which its path states for all methods.
      for (const { parameters } of api.operations) {
        expect(parameters.map(({ name }) => name)).toContain('enterpriseId');
      }
    },
  );

  it('finds the named examples of referenced responses', () => {
    const examples = sync
      .operation('searchLeads')
      .responses.flatMap(
        ({ status, content }) => content?.examples.map(({ name }) => `${status} ${name}`) ?? [],
      );
    expect(examples).toEqual(expect.arrayContaining(['200 oneMatch', '200 oneMatchObserved']));
    expect(examples).toContain('401 invalidToken');
  });

  it('has the component of a body, and a pointer to its schema', () => {
    const { requestBody, responses } = sync.operation('createLead');
    expect(requestBody?.schemaName).toBe('CreateLeadRequest');
    for (const { content } of responses) {
      expect(sync.resolve({ $ref: content?.pointer ?? '' })).toEqual(
        sync.resolve(content?.schema ?? {}),
      );
    }
  });

  it('does not resolve the references of schemas, except on request', () => {
    const schema = { $ref: '#/components/schemas/PaymentStatus', description: 'Ours.' };
    expect(componentName(schema)).toBe('PaymentStatus');
    const resolved = sync.resolveSchema(schema);
    expect(resolved.enum).toEqual(syncDocument.components.schemas.PaymentStatus.enum);
    expect(resolved.description).toBe('Ours.');
  });

  it('throws for an operation that does not exist', () => {
    expect(() => sync.operation('deleteLead')).toThrow('has no operation deleteLead');
  });
});

describe('a document that the model cannot read', () => {
  function changed(change: (document: OpenApiDocument) => OpenApiDocument): () => unknown {
    return () => readApi(change(structuredClone<OpenApiDocument>(asyncDocument)));
  }

  const path = '/enterprise/{enterpriseId}/autoupdatelead';

  it.each([
    [
      'has a reference that leads nowhere',
      (document: OpenApiDocument) => ({
        ...document,
        paths: {
          [path]: {
            parameters: [{ $ref: '#/components/parameters/none' }],
            post: { operationId: 'a' },
          },
        },
      }),
      '#/components/parameters/none leads nowhere',
    ],
    [
      'has a body that is not JSON',
      (document: OpenApiDocument) => ({
        ...document,
        paths: {
          [path]: { post: { operationId: 'a', requestBody: { content: { 'text/csv': {} } } } },
        },
      }),
      'not text/csv',
    ],
    [
      'has a parameter in a header',
      (document: OpenApiDocument) => ({
        ...document,
        paths: {
          [path]: { post: { operationId: 'a', parameters: [{ name: 'X', in: 'header' }] } },
        },
      }),
      'parameters in header (X)',
    ],
    [
      'has an operation without an ID',
      (document: OpenApiDocument) => ({ ...document, paths: { [path]: { post: {} } } }),
      `post ${path} has no operationId`,
    ],
    [
      'has an unknown x-retry',
      (document: OpenApiDocument) => ({
        ...document,
        paths: { [path]: { post: { operationId: 'a', 'x-retry': { repeat: 'maybe', why: '' } } } },
      }),
      'x-retry maybe',
    ],
    [
      'declares no token',
      (document: OpenApiDocument) => ({ ...document, components: {} }),
      'asyncToken',
    ],
    [
      'has no servers',
      (document: OpenApiDocument) => ({ ...document, servers: [] }),
      'production server',
    ],
    [
      'has no operation',
      (document: OpenApiDocument) => ({ ...document, paths: {} }),
      'enterpriseId',
    ],
  ])('is rejected if it %s', (_, change, message) => {
    expect(changed(change)).toThrow(message);
  });
});
