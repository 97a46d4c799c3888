import type { OpenAPI3 } from 'openapi-typescript';
import { describe, expect, test } from 'vitest';
import { errorsModule } from './errors-module.ts';
import { methodsModule } from './methods-module.ts';
import { operationsOf } from './operations.ts';
import { tableModule } from './table-module.ts';

const example = (code: string) => ({ value: { error: { code, message: 'x' } } });
const answers = {
  200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } } },
  404: { $ref: '#/components/responses/Missing' },
  '5XX': { content: { 'application/json': { examples: { a: example('BROKEN') } } } },
};
const list = {
  operationId: 'listNotes',
  summary: 'List notes',
  description: 'Newest first.\n\nNever */ ends.',
  'x-retry': { repeat: 'harmless' },
  'x-pagination': { skip: 'skip', limit: 'limit', items: 'data', total: 'count' },
  parameters: [
    { name: 'skip', in: 'query', schema: { type: 'integer' } },
    { $ref: '#/components/parameters/limit' },
  ],
  responses: answers,
};
const create = {
  operationId: 'createNote',
  summary: 'Create a note',
  'x-retry': { repeat: 'harmful' },
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { type: 'object' } } },
  },
  responses: answers,
};
const read = { operationId: 'getNote', 'x-retry': { repeat: 'harmless' }, responses: answers };
const noteId = { name: 'noteId', in: 'path', required: true, description: 'Its ID.' };

function document(paths: object, more: object = {}): OpenAPI3 {
  const path = { $ref: '#/components/parameters/enterpriseId' };
  const shared = Object.entries(paths).map(([name, item]) => [
    `/enterprise/{enterpriseId}${name}`,
    { ...item, parameters: [path, ...(item.parameters ?? [])] },
  ]);
  return JSON.parse(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Notes API', version: '1' },
      paths: Object.fromEntries(shared),
      components: {
        parameters: {
          enterpriseId: { name: 'enterpriseId', in: 'path', required: true },
          limit: { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 50 } },
        },
        responses: {
          Missing: {
            content: { 'application/json': { examples: { a: example('NOT_FOUND') } } },
          },
        },
      },
      ...more,
    }),
  );
}

const notes = document({
  '/notes/{noteId}': { get: read, parameters: [noteId] },
  '/notes': { get: list, post: create },
});

describe('an operation that is added to the spec', () => {
  test('becomes a line of the table, literal paths first', () => {
    expect(tableModule(notes, operationsOf(notes))).toContain(
      [
        '`404NOT_FOUND 5XXBROKEN',
        'listNotes GET never 01 /notes?{skip}{limit} 50 skip limit data count',
        'createNote POST always 01 /notes',
        'getNote GET never 01 /notes/{noteId}`',
      ].join('\n'),
    );
  });

  test('becomes a method, its parameters flat and its description above', () => {
    const source = methodsModule(
      { module: 'notes', name: 'NoteMethods' },
      notes,
      operationsOf(notes),
    );
    expect(source).toContain('export interface NoteMethods {');
    expect(source).toContain(
      '   * List notes.\n   *\n   * Newest first.\n   *\n   * Never *\\/ ends.',
    );
    expect(source).toContain('readonly listNotes: PagedMethod<');
    expect(source).toContain("limit?: components['parameters']['limit'] | undefined;");
    expect(source).toContain("NonNullable<operations['listNotes']['parameters']['query']>['skip']");
    expect(source).toContain('    /** Its ID. */\n    noteId: ');
    expect(source).toContain(
      "body: NonNullable<operations['createNote']['requestBody']>['content']['application/json'];",
    );
    expect(source).toContain("Promise<components['schemas']['Note']>");
  });

  test('becomes an entry among the errors, a range as its statuses', () => {
    const source = errorsModule([{ document: notes, operations: operationsOf(notes) }]);
    expect(source).toContain("export type ApiErrorCode = 'BROKEN' | 'NOT_FOUND';");
    expect(source).toContain("  getNote: { status: 404; code: 'NOT_FOUND' } | { status: 500;");
    expect(source).toContain("{ status: 504; code: 'BROKEN' };");
  });
});

describe('what a method could not offer stops the build:', () => {
  test.each([
    [
      'two inputs of one name',
      { parameters: [{ ...noteId, in: 'query' }] },
      'two inputs are called noteId',
    ],
    ['an input called body', { parameters: [{ name: 'body', in: 'query' }] }, 'called body'],
    ['a header', { parameters: [{ name: 'x', in: 'header' }] }, 'cannot send x in the header'],
    ['no name', { operationId: undefined }, 'has no operationId'],
  ])('%s', (_, change, reason) => {
    const broken = document({
      '/notes/{noteId}': { get: { ...read, ...change }, parameters: [noteId] },
    });
    expect(() => operationsOf(broken)).toThrow(reason);
  });

  test('a path outside the workspace', () => {
    const outside = { ...notes, paths: { '/notes': { get: read } } };
    // The shape of a document is checked by the lint of the spec.
    expect(() => operationsOf(outside as unknown as OpenAPI3)).toThrow('is outside');
  });

  test.each([
    ['no word on repeating it', { 'x-retry': undefined }, 'has no x-retry'],
    [
      'pages of any size',
      { 'x-pagination': { ...list['x-pagination'], limit: 'skip' } },
      'no maximum',
    ],
  ])('%s', (_, change, reason) => {
    const broken = document({ '/notes': { get: { ...list, ...change } } });
    expect(() => tableModule(broken, operationsOf(broken))).toThrow(reason);
  });

  test('two answers of success', () => {
    const responses = { ...answers, 201: answers[200] };
    const broken = document({ '/notes': { get: { ...list, responses } } });
    const api = { module: 'notes', name: 'NoteMethods' };
    expect(() => methodsModule(api, broken, operationsOf(broken))).toThrow('2 answers of success');
  });
});

describe('the rate limit', () => {
  test('is taken over when it is documented', () => {
    const limited = document({}, { 'x-rate-limit': { requests: 5, seconds: 60, per: 'token' } });
    expect(tableModule(limited, [])).toContain('{ requests: 5, seconds: 60 }');
  });

  test('slows nobody down when it was only observed', () => {
    const limit = { requests: 5, seconds: 60, per: 'token', 'x-evidence': 'observed' };
    const source = tableModule(document({}, { 'x-rate-limit': limit }), []);
    expect(source).toContain('rateLimit: Limits = {};');
  });
});
