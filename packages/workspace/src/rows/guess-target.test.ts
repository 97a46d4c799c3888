import { expect, it } from 'vitest';
import { completeDefinition } from '../definition/index.ts';
import { guessTarget } from './guess-target.ts';
import { targetsOf } from './target.ts';

const definition = completeDefinition({
  customFields: [
    { apiName: 'city_1', type: 'text' },
    { apiName: 'Lead Source', type: 'text' },
    { apiName: 'lead_source', type: 'text' },
    { apiName: 'शहर', type: 'text' },
  ],
});
const targets = targetsOf(definition);

it.each([
  ['phone', 'phone'],
  ['Mobile No.', 'phone'],
  ['WhatsApp', 'phone'],
  ['E-Mail', 'email'],
  ['Email ID', 'email'],
  ['CITY 1', 'city_1'],
  ['Lead Source', 'Lead Source'],
  ['lead_source', 'lead_source'],
  ['शहर', 'शहर'],
  ['Owner', 'assignee'],
  ['action 1001 note', 'ACTION_1001.note'],
])('maps %j to %s', (column, name) => {
  expect(guessTarget(column, targets)?.name).toBe(name);
});

it.each(['LEAD SOURCE', 'City', '', '***', 'constructor'])(
  'does not guess the target of %j',
  (column) => {
    expect(guessTarget(column, targets)).toBeUndefined();
  },
);
