import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const LEAD = 'components/schemas/Lead.yaml';
const status = `${LEAD}#/properties/fields/properties/status`;
const found = await lintSample({
  bare: { [`${status}/format`]: 'numeric-string', [`${status}/examples`]: ['499'] },
  checked: {
    [`${status}/format`]: 'numeric-string',
    [`${status}/pattern`]: '^[A-Za-z0-9]+$',
  },
});

it('a custom format without a pattern is reported', () => {
  expect(found.bare).toEqual([
    {
      rule: 'telecrm/format-pattern',
      file: LEAD,
      pointer: '#/properties/fields/properties/status/format',
      message: 'Validators ignore the format `numeric-string`: add the matching `pattern`.',
    },
  ]);
});

it('a custom format with a pattern passes', () => {
  expect(found.checked).toEqual([]);
});
