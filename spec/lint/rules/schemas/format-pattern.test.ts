import { expect, test } from 'vitest';
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

test('a format of ours without a pattern is reported', () => {
  expect(found.bare).toEqual([
    {
      rule: 'telecrm/format-pattern',
      file: LEAD,
      pointer: '#/properties/fields/properties/status/format',
      message: 'Validators ignore the format `numeric-string`: add the matching `pattern`.',
    },
  ]);
});

test('with a pattern it passes', () => {
  expect(found.checked).toEqual([]);
});
