import { readFile } from 'node:fs/promises';
import { bundlePath } from '@telecrm/spec/files';
import type { OpenAPI3, SchemaObject } from 'openapi-typescript';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { wireTypes } from './wire-types.ts';

describe.each(['sync', 'async'] as const)('the types of the %s bundle', (api) => {
  test('are the same however often they are written', async () => {
    expect(await wireTypes(await bundle(api))).toBe(await wireTypes(await bundle(api)));
  });

  test('hold no `any`', async () => {
    const file = ts.createSourceFile(
      'api.ts',
      await wireTypes(await bundle(api)),
      ts.ScriptTarget.Latest,
    );
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(node.parent.getText(file));
      ts.forEachChild(node, visit);
    };
    visit(file);
    expect(file.statements.length).toBeGreaterThan(2);
    expect(found).toEqual([]);
  });

  test('describe every path without asking for the enterprise ID', async () => {
    const document = await bundle(api);
    const source = await wireTypes(document);
    for (const path of Object.keys(document.paths ?? {})) expect(source).toContain(`"${path}": {`);
    const paths = source.slice(0, source.indexOf('export interface components'));
    const operations = source.slice(source.indexOf('export interface operations'));
    expect(paths).not.toMatch(/^ *enterpriseId:/m);
    expect(operations).not.toMatch(/^ *enterpriseId:/m);
  });
});

describe('a format of ours', () => {
  test('becomes a template literal', async () => {
    const source = await typesOf({
      Code: { type: 'string', format: 'action-code' },
      Amount: { type: 'string', format: 'numeric-string' },
      Email: { type: 'string', format: 'email' },
    });
    expect(source).toMatch(/Code: `ACTION_\$\{number\}`;/);
    expect(source).toMatch(/Amount: `\$\{number\}`;/);
    expect(source).toContain('Email: string;');
  });

  test('keeps its meaning inside a key, a list and what may be null', async () => {
    const amount: SchemaObject = { type: 'string', format: 'numeric-string' };
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
    expect(source).toMatch(/total\?: `\$\{number\}`;/);
    expect(source).toMatch(/parts\?: `\$\{number\}`\[\];/);
    expect(source).toMatch(/refund\?: `\$\{number\}` \| null;/);
  });
});

describe('a key', () => {
  test('that has a default may be left out', async () => {
    const source = await typesOf({
      Page: { type: 'object', properties: { limit: { type: 'integer', default: 10 } } },
    });
    expect(source).toContain('limit?: number;');
  });

  test('of an open object is unknown', async () => {
    const source = await typesOf({
      Open: { type: 'object' },
      More: { type: 'object', additionalProperties: true },
    });
    expect(source).toContain('Open: Record<string, unknown>;');
    expect(source).toContain('[key: string]: unknown;');
  });

  test('shows the description of the schema it refers to, or its own', async () => {
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

test('descriptions lead, in paragraphs, and cannot end their comment', async () => {
  const source = await typesOf({
    Lead: { type: 'string', title: 'Lead', description: 'One.\n\nTwo */ three.', example: 'x' },
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

async function bundle(api: 'sync' | 'async'): Promise<OpenAPI3> {
  return JSON.parse(await readFile(bundlePath(api, 'json'), 'utf8'));
}

function typesOf(schemas: Record<string, SchemaObject>): Promise<string> {
  return wireTypes({
    openapi: '3.1.0',
    info: { title: 'API', version: '1' },
    paths: {},
    components: { schemas },
  });
}
