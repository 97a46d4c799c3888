import { type OpenApiDocument, readApi } from '@telecrm/spec/model';
import { describe, expect, it } from 'vitest';
import { errorsModule } from './errors-module.ts';
import { factsModule } from './facts-module.ts';
import { methodsModule } from './methods-module.ts';
import { operationsModule } from './operations-module.ts';

const example = (code: string) => ({ value: { error: { code, message: 'x' } } });
const note = { type: 'object', required: ['note_id'] };
const success = {
  200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } } },
  404: { $ref: '#/components/responses/Missing' },
  '5XX': { content: { 'application/json': { examples: { a: example('BROKEN') } } } },
};
const list = {
  operationId: 'listNotes',
  summary: 'List notes',
  description: 'Newest first.\n\nNever */ ends.',
  'x-retry': { repeat: 'harmless', why: '' },
  'x-pagination': { skip: 'skip', limit: 'limit', items: 'data', total: 'count' },
  parameters: [
    { name: 'skip', in: 'query', schema: { type: 'integer' } },
    { $ref: '#/components/parameters/limit' },
  ],
  responses: success,
};
const create = {
  operationId: 'createNote',
  summary: 'Create a note',
  'x-retry': { repeat: 'harmful', why: '' },
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { type: 'object' } } },
  },
  responses: success,
};
const read = {
  operationId: 'getNote',
  'x-retry': { repeat: 'harmless', why: '' },
  responses: success,
};
const noteId = { name: 'noteId', in: 'path', required: true, description: 'Its ID.' };

function apiOf(
  paths: Record<string, Record<string, object> & { parameters?: object[] }>,
  more: object = {},
) {
  const path = { $ref: '#/components/parameters/enterpriseId' };
  const shared = Object.entries(paths).map(([name, item]) => [
    name.startsWith('/enterprise') ? name : `/enterprise/{enterpriseId}${name}`,
    { ...item, parameters: [path, ...(item.parameters ?? [])] },
  ]);
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Notes API', version: '1' },
    servers: [{ url: 'https://notes.example/v2' }, { url: 'http://127.0.0.1:4010/v2' }],
    paths: Object.fromEntries(shared),
    components: {
      securitySchemes: { syncToken: { 'x-sandbox-token': 'sandbox-token' } },
      schemas: { Note: note },
      parameters: {
        enterpriseId: { name: 'enterpriseId', in: 'path', required: true, example: 'ent' },
        limit: { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 50 } },
      },
      responses: {
        Missing: { content: { 'application/json': { examples: { a: example('NOT_FOUND') } } } },
      },
    },
    ...more,
  };
  return readApi(document);
}

const notes = apiOf({
  '/notes/{noteId}': { get: read, parameters: [noteId] },
  '/notes': { get: list, post: create },
});
const names = { module: 'notes', name: 'NoteMethods' };

describe('an operation that is added to the spec', () => {
  it('is added to the operations, literal paths first', () => {
    const rows = operationsModule(notes)
      .split('\n')
      .filter((line) => line.startsWith('  {'))
      .map((line) => JSON.parse(line.replace(/, errors: \{ \.\.\.common, .*$/, '}')));
    const errors = { 404: ['NOT_FOUND'], '5XX': ['BROKEN'] };
    expect(operationsModule(notes)).toContain(`const common = ${JSON.stringify(errors)};`);
    expect(rows).toEqual([
      {
        id: 'listNotes',
        method: 'GET',
        path: '/notes',
        query: ['skip', 'limit'],
        required: ['data'],
        paging: { skip: 'skip', limit: 'limit', items: 'data', total: 'count', max: 50 },
      },
      {
        id: 'createNote',
        method: 'POST',
        path: '/notes',
        required: ['note_id'],
        repeat: 'harmful',
      },
      {
        id: 'getNote',
        method: 'GET',
        path: '/notes/{noteId}',
        required: ['note_id'],
      },
    ]);
  });

  it('becomes a method with flat parameters and a doc comment', () => {
    const source = methodsModule(names, notes);
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

  it('is added to the errors, with a range expanded to its statuses', () => {
    const source = errorsModule(notes.operations);
    expect(source).toContain("export type ApiErrorCode = 'BROKEN' | 'NOT_FOUND';");
    expect(source).toContain("  getNote: { status: 404; code: 'NOT_FOUND' } | { status: 500;");
    expect(source).toContain("{ status: 504; code: 'BROKEN' };");
  });
});

describe('the build fails for', () => {
  it.each([
    [
      'two inputs with the same name',
      { parameters: [{ ...noteId, in: 'query' }] },
      'would have the name noteId',
    ],
    [
      'an input called body',
      { parameters: [{ name: 'body', in: 'query' }] },
      'would have the name body',
    ],
    ['an operation without x-retry', { 'x-retry': undefined }, 'has no x-retry'],
  ])('%s', (_, change, reason) => {
    const broken = apiOf({
      '/notes/{noteId}': { get: { ...read, ...change }, parameters: [noteId] },
    });
    expect(() => operationsModule(broken)).toThrow(reason);
  });

  it('a path outside the workspace', () => {
    const broken = apiOf({ '/enterprise-notes': { get: read } });
    expect(() => operationsModule(broken)).toThrow('is outside');
  });

  it('pages of any size', () => {
    const paging = { ...list['x-pagination'], limit: 'skip' };
    const broken = apiOf({ '/notes': { get: { ...list, 'x-pagination': paging } } });
    expect(() => operationsModule(broken)).toThrow('no maximum');
  });

  it('two success responses', () => {
    const responses = { ...success, 201: success[200] };
    const broken = apiOf({ '/notes': { get: { ...list, responses } } });
    expect(() => methodsModule(names, broken)).toThrow('exactly one success response');
  });
});

describe('the facts', () => {
  const facts = (more: object = {}) => {
    const api = apiOf({ '/notes': { get: list } }, more);
    return factsModule({ version: '1.2.3', fingerprint: 'abcdef012345', sync: api, async: api });
  };

  it('say the version, the spec and the production servers', () => {
    expect(facts()).toContain('"telecrm-client/1.2.3 (spec abcdef012345)"');
    expect(facts()).toContain('syncUrl: string = "https://notes.example/v2"');
    expect(facts()).toContain('asyncUrl: string = "https://notes.example/v2"');
  });

  it('contain a documented rate limit', () => {
    const limited = { 'x-rate-limit': { requests: 5, seconds: 60, per: 'token' } };
    expect(facts(limited)).toContain('createRateLimiter({ requests: 5, windowMs: 60000 })');
  });

  it('omit a limit that was only observed', () => {
    const limit = { requests: 5, seconds: 60, 'x-evidence': 'observed', 'x-evidence-note': 'x' };
    expect(facts({ 'x-rate-limit': limit })).toContain(
      'asyncLimiter: RateLimiter = /* @__PURE__ */ createPausingLimiter();',
    );
  });
});
