import { expect, it } from 'vitest';
import type { FieldType } from '../fields/index.ts';
import { convertCell } from './convert-cell.ts';

const options = ['Website', 'Cold, Call'];

function convert(type: FieldType, cell: string, newOptions = false) {
  const field = { apiName: 'x', type, options };
  const converted = convertCell(cell, { name: 'x', field }, { newOptions });
  return converted.kind === 'value' ? converted.value : converted.kind;
}

it.each<[FieldType, string, unknown]>([
  ['text', ' kept as it is ', ' kept as it is '],
  ['text', '   ', 'empty'],
  ['phone', ' +91 98765 43210 ', '+91 98765 43210'],
  ['phone', '9.2E+11', 'problem'],
  ['phone', '9,19877E+11', 'problem'],
  ['phone', '9.19999e11', 'problem'],
  ['number', '12', 12],
  ['number', '-1.5', -1.5],
  ['number', '1,200', '1,200'],
  ['number', '0x10', '0x10'],
  ['rating', '4', 4],
  ['money', '100.50', '100.50'],
  ['date', '1672561800000', 1672561800000],
  ['date', '01/02/2026', '01/02/2026'],
  ['date', '01022026', '01022026'],
  ['dropdown', 'website', 'Website'],
  ['dropdown', 'Billboard', 'problem'],
  ['tags', 'Website; website', ['Website']],
  ['tags', 'Cold, Call', ['Cold, Call']],
  ['tags', ' | ;,', 'empty'],
  ['tags', 'Website|Billboard', 'problem'],
  ['email', ' a@example.com', 'a@example.com'],
])('%s %j becomes %j', (type, cell, value) => {
  expect(convert(type, cell)).toEqual(value);
});

it('accepts new labels if they are allowed', () => {
  expect(convert('dropdown', 'Billboard', true)).toBe('Billboard');
  expect(convert('tags', 'Website|Billboard', true)).toEqual(['Website', 'Billboard']);
});

it('a message repeats a label, but not one that may be a phone number', () => {
  const problemOf = (cell: string) => {
    const field = { apiName: 'x', type: 'dropdown' as const, options };
    return convertCell(cell, { name: 'x', field }, { newOptions: false });
  };
  expect(problemOf('Billboard 7')).toMatchObject({
    problem: expect.stringContaining('“Billboard 7”'),
  });
  expect(JSON.stringify(problemOf('919876543210'))).not.toContain('9198');
});
