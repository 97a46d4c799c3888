import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const data = 'components/schemas/LeadPage.yaml#/properties/data';
const found = await lintSample({
  bare: { [`${data}/items`]: undefined, [`${data}/type`]: ['array', 'null'] },
  tuple: { [`${data}/items`]: undefined, [`${data}/prefixItems`]: [{ type: 'object' }] },
});

it('an array without a schema for its items is reported', () => {
  expect(found.bare).toEqual([
    {
      rule: 'telecrm/array-items',
      file: 'components/schemas/LeadPage.yaml',
      pointer: '#/properties/data',
      message: 'Add `items`: the schema of the entries.',
    },
  ]);
});

it('a tuple describes its items', () => {
  expect(found.tuple).toEqual([]);
});
