import { expect, it } from 'vitest';
import { tokens } from './tokens.ts';

it.each([
  ['createLead', ['createLead', 'create', 'Lead']],
  ['lead_id', ['lead_id', 'lead', 'id']],
  ['LEAD_NOT_FOUND', ['LEAD_NOT_FOUND', 'LEAD', 'NOT', 'FOUND']],
  ['a date, twice', ['a', 'date', 'twice']],
  ['“Größe”', ['Größe']],
])('splits %s', (text, words) => {
  expect(tokens(text)).toEqual(words);
});
