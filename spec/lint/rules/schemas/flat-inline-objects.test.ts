import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const LEAD = 'components/schemas/Lead.yaml';
const SEARCH = 'sync/paths/leads/lead_search.yaml';
const object = { description: 'An object.', type: 'object' };
const found = await lintSample({
  inComponent: { [`${LEAD}#/properties/fields/properties/address`]: object },
  inList: {
    [`${LEAD}#/properties/fields/properties/addresses`]: {
      description: 'A list.',
      type: 'array',
      items: { oneOf: [object, { type: 'string' }] },
    },
  },
  inBody: {
    [`${SEARCH}#/post/requestBody/content/application~1json/schema`]: {
      type: 'object',
      properties: { fields: { ...object, properties: { status: object } } },
    },
    [`${SEARCH}#/post/requestBody/content/application~1json/examples/byStatus/value`]: {},
  },
  named: {
    [`${LEAD}#/properties/fields/properties/parent`]: { $ref: './LeadPage.yaml' },
  },
  branches: {
    [`${LEAD}#/properties/fields/allOf`]: [
      { type: 'object', properties: { rating: { description: 'Stars.' } } },
    ],
  },
});

function finding(file: string, pointer: string) {
  return {
    rule: 'telecrm/flat-inline-objects',
    file,
    pointer,
    message: expect.stringContaining('move it to a file in components/schemas/'),
  };
}

it('an object in an inline object of a component is reported', () => {
  expect(found.inComponent).toEqual([finding(LEAD, '#/properties/fields/properties/address')]);
});

it('an array or a choice in between makes no difference', () => {
  expect(found.inList).toEqual([
    finding(LEAD, '#/properties/fields/properties/addresses/items/oneOf/0'),
  ]);
});

it('an object in an inline object of a body is reported', () => {
  expect(found.inBody).toEqual([
    finding(
      SEARCH,
      '#/post/requestBody/content/application~1json/schema/properties/fields/properties/status',
    ),
  ]);
});

it('nesting is counted anew behind a reference', () => {
  expect(found.named).toEqual([]);
});

it('branches of an inline object count as the same object', () => {
  expect(found.branches).toEqual([]);
});
