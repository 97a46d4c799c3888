import { expect, it } from 'vitest';
import { referencedSchemas } from './index.ts';

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const schemas = {
  Lead: { type: 'object', properties: { actions: { type: 'array', items: reference('Action') } } },
  Action: { type: 'object', properties: { lead: reference('Lead') } },
  Unused: { type: 'string' },
};

it('finds the schemas that others refer to, once, however they refer to each other', () => {
  const { Lead, Action } = schemas;
  expect(referencedSchemas([{ anyOf: [reference('Lead')] }], schemas)).toEqual({ Lead, Action });
});

it('ignores a schema that nothing refers to, and a reference without a target', () => {
  expect(referencedSchemas([{ type: 'string' }, reference('Gone')], schemas)).toEqual({});
});
