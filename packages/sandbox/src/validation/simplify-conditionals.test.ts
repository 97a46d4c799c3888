import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { SchemaError } from './compiled.ts';
import { simplifyConditionals } from './simplify-conditionals.ts';

function errorsOf(schema: object, data: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
  const validate = ajv.compile(schema);
  if (validate(data)) return [];
  // Uses Ajv directly; compiled validators find the same errors.
  const errors = (validate.errors ?? []) as SchemaError[];
  return simplifyConditionals(errors, (one = {}) => one).map(
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
  type: 'object',
  required: ['type', 'amount'],
  properties: { type: { const: 'PAYMENT' }, amount: { type: 'string' } },
};
const action = {
  type: 'object',
  required: ['type'],
  properties: { type: { type: 'string' } },
  if: { required: ['type'], properties: { type: { const: 'PAYMENT' } } },
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's keyword, in a schema that nobody awaits.
  then: payment,
  else: note,
};

describe('a rule that depends on a key', () => {
  it.each<[unknown, string[]]>([
    [{ type: 'PAYMENT' }, [' required']],
    [{ type: 'PAYMENT', amount: 5 }, ['/amount type']],
    [{ type: '1001', fields: 5 }, ['/fields type']],
    [{ type: '1001', amount: '5' }, [' additionalProperties']],
    [{ type: 'CALL', fields: 5 }, ['/type enum']],
    [{ type: 5 }, ['/type type']],
    [{ amount: '5' }, [' required']],
    ['PAYMENT', [' type']],
    [null, [' type']],
  ])('%j gets errors about its own form', (data, expected) => {
    expect(errorsOf(action, data)).toEqual(expected);
  });

  it('is reported for each item, separately from unconditional rules', () => {
    const schema = { required: ['more'], properties: { actions: { items: action } } };
    const data = { actions: [{ type: 'PAYMENT' }, { type: '1' }, { type: 'X' }] };
    expect(errorsOf(schema, data)).toEqual([
      ' required',
      '/actions/0 required',
      '/actions/2/type enum',
    ]);
  });
});
