import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { definitionJsonSchema } from '../../scripts/definition-schema.ts';
import { fieldTypeNames } from '../fields/index.ts';
import { getOwn } from '../json/json.ts';
import { defaultDefinition, resolveDefinition, type WorkspaceDefinition } from './index.ts';

// The published schema.
const schema: Record<string, unknown> = JSON.parse(JSON.stringify(definitionJsonSchema()));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

it('is JSON Schema 2020-12 in which every property has a title', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(ajv.validateSchema(schema)).toBe(true);
  const all = [schema, ...Object.values(schema.$defs ?? {})].map((part) =>
    getOwn(part, 'properties'),
  );
  const properties = all.flatMap((part) => Object.entries(part ?? {}));
  expect(properties.length).toBeGreaterThan(45);
  expect(properties.filter(([, property]) => getOwn(property, 'title') === undefined)).toEqual([]);
});

it('accepts the default definition, and a file that names its schema', () => {
  const definition = {
    $schema: './schema.json',
    ...defaultDefinition,
  } satisfies WorkspaceDefinition;
  expect(validate(definition), ajv.errorsText(validate.errors)).toBe(true);
});

it.each([...fieldTypeNames, 'TEXT', 'dropDown', 'ActiveUsers'])(
  'accepts the field type %s',
  (type) => {
    expect(validate({ customFields: [{ apiName: 'x', type }] })).toBe(true);
  },
);

it.each<object>([
  { customField: [] },
  { enterpriseId: '' },
  { seats: -1 },
  { customFields: [{ apiName: 'x', type: 'blob' }] },
  { customFields: [{ apiName: 'x' }] },
  { customActions: [{ code: '7', displayName: 'x', fieldSchema: {} }] },
  { pipeline: {} },
  { teamMembers: [{ name: 'x' }] },
])('rejects %j', (definition) => {
  expect(validate(definition)).toBe(false);
});

const json = fc.constantFrom(null, '', 'text', 0, -1, 1.5, true, [], {}, 'x'.repeat(3000));

/** A path of keys in the default definition. */
const path = fc.array(fc.nat(20), { minLength: 1, maxLength: 6 });

function replaced(target: unknown, [step = 0, ...rest]: readonly number[], by: unknown): unknown {
  if (typeof target !== 'object' || target === null) return by;
  const keys = Object.keys(target);
  const key = keys[step % keys.length];
  if (key === undefined) return by;
  const copy = structuredClone(target);
  const inner = Reflect.get(copy, key);
  Reflect.set(copy, key, rest.length > 0 ? replaced(inner, rest, by) : by);
  return copy;
}

it('accepts every valid definition', () => {
  const counts = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(path, json, (steps, value) => {
      const definition = replaced(defaultDefinition, steps, value);
      const { ok } = resolveDefinition(definition);
      if (ok) expect(validate(definition), ajv.errorsText(validate.errors)).toBe(true);
      else if (!validate(definition)) counts.invalid++;
      if (ok) counts.valid++;
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(counts.valid).toBeGreaterThan(50);
  expect(counts.invalid).toBeGreaterThan(500);
});
