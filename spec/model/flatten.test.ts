import { describe, expect, it } from 'vitest';
import { apis, createResolver, flattenSchema, type Schema } from './index.ts';

const resolver = createResolver({
  openapi: '3.1.0',
  info: { title: 'Small', version: '1.0.0' },
  components: {
    schemas: {
      Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
      Value: { type: ['array', 'string'], items: { type: 'string' }, description: 'Any.' },
    },
  },
});

/** Paths of values and names of variants. */
function summariesOf(schema: Schema): string[] {
  return flattenSchema(resolver, schema).map((entry) =>
    entry.kind === 'value'
      ? `${entry.path}${entry.required ? '!' : ''}`
      : `${entry.when} ${entry.name}${entry.list ? '[]' : ''}`,
  );
}

const value = { $ref: '#/components/schemas/Value' };

describe('a flattened schema', () => {
  it('has every value at any depth', () => {
    expect(
      summariesOf({
        type: 'object',
        required: ['list'],
        properties: { list: { type: 'array', items: { properties: { a: { type: 'integer' } } } } },
        additionalProperties: { type: 'string' },
      }),
    ).toEqual(['list!', 'list[].a', '*']);
  });

  it('stops if a schema contains itself', () => {
    expect(summariesOf({ $ref: '#/components/schemas/Node' })).toEqual(['next']);
  });

  it('lists shared parts of known and arbitrary keys once', () => {
    const nested = { $ref: '#/components/schemas/Node' };
    expect(summariesOf({ properties: { a: nested }, additionalProperties: nested })).toEqual([
      'a',
      '*',
      '*.next',
    ]);
  });

  it('resolves values; keywords next to a reference take precedence', () => {
    const [entry] = flattenSchema(resolver, {
      properties: { a: { ...value, description: 'Ours.' } },
    });
    expect(entry).toMatchObject({
      schema: { type: ['array', 'string'], description: 'Ours.' },
    });
  });

  it('names each variant before its values', () => {
    expect(
      summariesOf({
        if: { title: 'Payment' },
        // biome-ignore lint/suspicious/noThenProperty: the name is JSON Schema's.
        then: { properties: { amount: {} } },
        else: { properties: { fields: {} } },
      }),
    ).toEqual(['then Payment', 'amount', 'else Payment', 'fields']);
    expect(
      summariesOf({ anyOf: [value, { type: 'array', items: value }, { type: 'null' }] }),
    ).toEqual(['alternative Value', 'alternative Value[]', 'alternative null']);
  });

  it('of a request includes the keys of its actions', () => {
    const { sync } = apis();
    const paths = flattenSchema(sync, sync.operation('createLead').requestBody?.schema ?? {});
    expect(paths).toContainEqual(expect.objectContaining({ path: 'actions[].type' }));
  });
});
