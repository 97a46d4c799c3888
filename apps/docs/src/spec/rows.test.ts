import { expect, test } from 'vitest';
import type { Document, Schema } from './document.ts';
import { rowsOf } from './rows.ts';

const document: Document = {
  info: { title: 'Small' },
  components: {
    schemas: {
      Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
      Value: { type: ['array', 'string'], items: { type: 'string' }, description: 'Any.' },
    },
  },
};
const paths = (schema: Schema) => rowsOf(document, schema).map(({ path, type }) => [path, type]);

test('every value at any depth has a line', () => {
  const schema: Schema = {
    type: 'object',
    required: ['list'],
    properties: { list: { type: 'array', items: { properties: { a: { type: 'integer' } } } } },
    additionalProperties: { type: 'string' },
  };
  expect(paths(schema)).toEqual([
    ['list', 'array of any'],
    ['list[].a', 'integer'],
    ['*', 'string'],
  ]);
  expect(rowsOf(document, schema)[0]?.required).toBe(true);
});

test('a schema within itself ends', () => {
  expect(paths({ $ref: '#/components/schemas/Node' })).toEqual([['next', 'object']]);
});

test('what stands beside a reference wins, and marks of evidence are kept', () => {
  const [row] = rowsOf(document, {
    properties: {
      a: { $ref: '#/components/schemas/Value', description: 'Ours.', 'x-evidence': 'observed' },
    },
  });
  expect(row).toMatchObject({
    description: 'Ours.',
    type: 'string or array of string',
    'x-evidence': 'observed',
  });
});

test('forms that depend on something stand under a line that says when', () => {
  const schema: Schema = {
    if: { title: 'Payment' },
    // biome-ignore lint/suspicious/noThenProperty: the name is JSON Schema's.
    then: { properties: { amount: { type: 'string' } } },
    else: { properties: { fields: { type: 'object' } } },
  };
  expect(paths(schema).map(([path]) => path)).toEqual([
    'If it is a payment',
    'amount',
    'Otherwise',
    'fields',
  ]);
});

test.each<[Schema, string[]]>([
  [{ enum: ['A', 'B'] }, ['One of `A`, `B`']],
  [{ minimum: 1, maximum: 5 }, ['1 to 5']],
  [{ minItems: 1, type: 'array' }, ['At least 1 entry']],
  [{ minLength: 1 }, ['Not empty']],
  [{ default: false, format: 'email' }, ['Format `email`', 'Default `false`']],
])('%j is put into words', (schema, limits) => {
  expect(rowsOf(document, { properties: { a: schema } })[0]?.limits).toEqual(limits);
});
