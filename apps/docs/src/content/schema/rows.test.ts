import { createResolver, type Schema } from '@telecrm/spec/model';
import { expect, it } from 'vitest';
import { rowsOf } from './rows.ts';

const api = createResolver({ openapi: '3.1.0', info: { title: 'Small', version: '1.0.0' } });

it('describes the path and the type of each value, and whether it is required', () => {
  const rows = rowsOf(api, {
    required: ['a'],
    properties: { a: { type: ['array', 'string'], items: { type: 'string' } }, b: {} },
  });
  expect(rows).toMatchObject([
    { path: 'a', type: 'string or array of string', required: true },
    { path: 'b', type: 'any', required: false },
  ]);
});

it('includes the evidence', () => {
  const [row] = rowsOf(api, {
    properties: { a: { 'x-evidence': 'observed', 'x-evidence-note': 'Seen.' } },
  });
  expect(row).toMatchObject({ evidence: { level: 'observed', note: 'Seen.' } });
});

it('adds a heading to alternatives', () => {
  const rows = rowsOf(api, {
    if: { title: 'Payment' },
    // biome-ignore lint/suspicious/noThenProperty: the name is JSON Schema's.
    then: { properties: { amount: { type: 'string' } } },
    else: { properties: { fields: { type: 'object' } } },
    anyOf: [{ title: 'Text', type: 'string' }],
  });
  expect(rows.map((row) => (row.kind === 'heading' ? row.title : row.path))).toEqual([
    'Either: Text',
    'If it is a payment',
    'amount',
    'Otherwise',
    'fields',
  ]);
});

it('describes the same keys of several values only once', () => {
  const range = { type: 'object', properties: { from: {}, to: { description: 'The end.' } } };
  const other = { type: 'object', properties: { from: {}, to: { description: 'Another end.' } } };
  const rows = rowsOf(api, { properties: { made: range, changed: range, seen: other } });
  expect(rows).toMatchObject([
    { path: 'made' },
    { path: 'made.from' },
    { path: 'made.to' },
    { path: 'changed', sameAs: 'made' },
    { path: 'seen' },
    { path: 'seen.from' },
    { path: 'seen.to', description: 'Another end.' },
  ]);
  expect(rows[0]).not.toHaveProperty('sameAs');
});

it.each<[Schema, string[]]>([
  [{ enum: ['A', 'B'] }, ['One of `A`, `B`']],
  [{ minimum: 1, maximum: 5 }, ['1 to 5']],
  [{ minItems: 1, type: 'array' }, ['At least 1 entry']],
  [{ minLength: 1 }, ['Not empty']],
  [{ default: false, format: 'email' }, ['Format `email`', 'Default `false`']],
  [{ const: 'QUEUED', description: 'Always `QUEUED`.' }, []],
])('describes %j', (schema, limits) => {
  expect(rowsOf(api, { properties: { a: schema } })[0]).toMatchObject({ limits });
});
