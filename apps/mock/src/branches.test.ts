import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { narrow } from './branches.ts';

function complaints(schema: object, data: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
  const validate = ajv.compile(schema);
  if (validate(data)) return [];
  return narrow(validate.errors ?? []).map(
    ({ instancePath, keyword }) => `${instancePath} ${keyword}`,
  );
}

const note = {
  type: 'object',
  required: ['type'],
  properties: { type: { pattern: '^[0-9]+$' }, fields: { type: 'object' } },
  additionalProperties: false,
};
const payment = {
  allOf: [
    { type: 'object', required: ['type'], properties: { type: { const: 'PAYMENT' } } },
    { required: ['amount'], properties: { amount: { type: 'string' } } },
  ],
};
const text = { type: 'string', minLength: 1 };
const list = { type: 'array', items: { type: 'string' } };

describe('a choice between tagged forms', () => {
  const schema = { oneOf: [note, payment] };

  it.each<[unknown, string[]]>([
    [{ type: 'PAYMENT' }, [' required']],
    [{ type: 'PAYMENT', amount: 5 }, ['/amount type']],
    [{ type: '1001', fields: 5 }, ['/fields type']],
    [{ type: '1001', amount: '5' }, [' additionalProperties']],
    [{ type: 'CALL' }, ['/type enum']],
    [{ amount: '5' }, [' required']],
    ['PAYMENT', [' type']],
    [null, [' type']],
  ])('%j is told about the form it has', (data, told) => {
    expect(complaints(schema, data)).toEqual(told);
  });
});

describe('a choice between types', () => {
  const schema = { anyOf: [text, list] };

  it.each<[unknown, string[]]>([
    ['', [' minLength']],
    [['a', 2], ['/1 type']],
    [5, [' type']],
    [{}, [' type']],
  ])('%j is told about the type it has', (data, told) => {
    expect(complaints(schema, data)).toEqual(told);
  });
});

it('handles choices inside choices', () => {
  const schema = {
    oneOf: [
      {
        ...note,
        properties: {
          ...note.properties,
          fields: { additionalProperties: { anyOf: [text, list] } },
        },
      },
      payment,
    ],
  };
  expect(complaints(schema, { type: '1001', fields: { a: 5, b: [6], c: 'ok' } })).toEqual([
    '/fields/a type',
    '/fields/b/0 type',
  ]);
  expect(complaints(schema, { type: 'PAYMENT', fields: { a: 5 } })).toEqual([' required']);
});

it('keeps each item of a list apart, and what is no choice', () => {
  const schema = {
    required: ['more'],
    properties: { actions: { items: { oneOf: [note, payment] } } },
  };
  const data = { actions: [{ type: 'PAYMENT' }, { type: '1' }, { type: 'X' }] };
  expect(complaints(schema, data)).toEqual([
    ' required',
    '/actions/0 required',
    '/actions/2/type enum',
  ]);
});

it('says so when more than one form fits', () => {
  expect(complaints({ oneOf: [{ type: 'string' }, { minLength: 1 }] }, 'a')).toEqual([' oneOf']);
});
