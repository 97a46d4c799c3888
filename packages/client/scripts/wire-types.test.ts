import { apis, createResolver, type Schema } from '@telecrm/spec/model';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { wireTypes } from './wire-types.ts';

describe.each(['sync', 'async'] as const)('the types of the %s bundle', (api) => {
  const model = apis()[api];
  let source = '';
  beforeAll(async () => {
    source = await wireTypes(model);
  });

  it('are the same each time they are generated', async () => {
    expect(await wireTypes(model)).toBe(source);
  });

  it('do not contain `any`', () => {
    const file = ts.createSourceFile('api.ts', source, ts.ScriptTarget.Latest);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(node.parent.getText(file));
      ts.forEachChild(node, visit);
    };
    visit(file);
    expect(file.statements.length).toBeGreaterThan(2);
    expect(found).toEqual([]);
  });

  it('describe every path without the enterprise ID as a parameter', () => {
    for (const { path } of model.operations) expect(source).toContain(`"${path}": {`);
    const paths = source.slice(0, source.indexOf('export interface components'));
    const operations = source.slice(source.indexOf('export interface operations'));
    expect(paths).not.toMatch(/^ *enterpriseId:/m);
    expect(operations).not.toMatch(/^ *enterpriseId:/m);
  });
});

describe('a format of the spec', () => {
  it('becomes a type of the client', async () => {
    const source = await typesOf({
      Code: { type: 'string', format: 'action-code' },
      Amount: { type: 'string', format: 'numeric-string' },
      Email: { type: 'string', format: 'email' },
    });
    expect(source).toMatch(/Code: ActionCode;/);
    expect(source).toContain("import type { ActionCode } from '../values/custom-action-type.ts';");
    expect(source).toMatch(/Amount: Amount;/);
    expect(source).toContain('Email: string;');
  });

  it('also does so in properties, arrays and nullable schemas', async () => {
    const amount: Schema = { type: 'string', format: 'numeric-string' };
    const source = await typesOf({
      Bill: {
        type: 'object',
        properties: {
          total: amount,
          parts: { type: 'array', items: amount },
          refund: { ...amount, type: ['string', 'null'] },
        },
      },
    });
    expect(source).toMatch(/total\?: Amount;/);
    expect(source).toMatch(/parts\?: Amount\[\];/);
    expect(source).toMatch(/refund\?: Amount \| null;/);
  });
});

describe('a property', () => {
  it('with a default is optional', async () => {
    const source = await typesOf({
      Page: { type: 'object', properties: { limit: { type: 'integer', default: 10 } } },
    });
    expect(source).toContain('limit?: number;');
  });

  it('of an open object is unknown', async () => {
    const source = await typesOf({
      Open: { type: 'object' },
      More: { type: 'object', additionalProperties: true },
    });
    expect(source).toContain('Open: Record<string, unknown>;');
    expect(source).toContain('[key: string]: unknown;');
  });

  it('has the description of the schema that it refers to, or its own', async () => {
    const source = await typesOf({
      Status: { type: 'string', description: 'Where it stands.' },
      Lead: {
        type: 'object',
        properties: {
          status: { $ref: '#/components/schemas/Status' },
          wanted: Object.assign(
            { description: 'Our own.' },
            { $ref: '#/components/schemas/Status' },
          ),
        },
      },
    });
    expect(source).toMatch(/\/\*\* Where it stands\. \*\/\n *status\?:/);
    expect(source).toMatch(/\/\*\* Our own\. \*\/\n *wanted\?:/);
  });
});

it('descriptions come first, have paragraphs, and cannot end their comment', async () => {
  const source = await typesOf({
    Lead: { type: 'string', title: 'Lead', description: 'One.\n\nTwo */ three.', examples: ['x'] },
  });
  expect(source).toContain(
    [
      '        /**',
      '         * Lead',
      '         *',
      '         * One.',
      '         *',
      '         * Two *\\/ three.',
      '         * @example x',
      '         */',
      '        Lead: string;',
    ].join('\n'),
  );
});

function typesOf(schemas: Record<string, Schema>): Promise<string> {
  const info = { title: 'API', version: '1' };
  const document = { openapi: '3.1.0', info, paths: {}, components: { schemas } };
  return wireTypes({ document, schemas, resolve: createResolver(document).resolve });
}
