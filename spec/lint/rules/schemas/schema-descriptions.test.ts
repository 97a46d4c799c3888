import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const found = await lintSample({
  component: { 'components/schemas/Lead.yaml#/description': undefined },
  property: {
    'components/schemas/Lead.yaml#/properties/fields/properties/status/description': ' ',
  },
  reference: {
    'components/schemas/Lead.yaml#/properties/page': { $ref: './LeadPage.yaml' },
  },
});

it('a schema component without a description is reported in its own file, once', () => {
  expect(found.component).toEqual([
    {
      rule: 'telecrm/schema-descriptions',
      file: 'components/schemas/Lead.yaml',
      pointer: '#/',
      message: expect.stringContaining('needs a `description`'),
    },
  ]);
});

it('a property without a description is reported by name', () => {
  expect(found.property).toEqual([
    {
      rule: 'telecrm/schema-descriptions',
      file: 'components/schemas/Lead.yaml',
      pointer: '#/properties/fields/properties/status',
      message: 'The property `status` needs a `description`: meaning, unit, limits.',
    },
  ]);
});

it('a property that refers to a component has the description of the component', () => {
  expect(found.reference).toEqual([]);
});
