import { expect, it } from 'vitest';
import { parseWorkspaceFile } from '../workspace-file/read.ts';
import { compareTypes } from './compare.ts';
import { generateTypes } from './generate.ts';

function typesOf(content: object): string {
  return generateTypes(parseWorkspaceFile(JSON.stringify(content), 'test.json').definition);
}

const city = { apiName: 'city', type: 'dropdown', options: ['Pune', 'Mumbai'] };
const score = { apiName: "it's", type: 'text' };

it('finds no differences in the same types, with any line breaks', () => {
  const types = typesOf({});
  expect(compareTypes(types, types)).toEqual([]);
  expect(compareTypes(types.replaceAll('\n', '\r\n'), types)).toEqual([]);
});

it('names each added, removed or changed field', () => {
  const before = typesOf({ customFields: [city, { apiName: 'old', type: 'text' }] });
  const after = typesOf({ customFields: [{ ...city, options: ['Pune'] }, score] });
  expect(compareTypes(before, after).map(({ name, kind }) => `${kind} ${name}`)).toEqual([
    'outdated LeadOptions.city',
    "missing LeadFields.it\\'s",
    "missing StoredLeadFields.it\\'s",
    "missing LeadFilter.it\\'s",
    'unknown LeadFields.old',
    'unknown StoredLeadFields.old',
    'unknown LeadFilter.old',
  ]);
});

it('names statuses, actions and manual changes of the file', () => {
  const types = typesOf({});
  const names = (found: string) => compareTypes(found, types).map(({ name }) => name);
  expect(names(types.replace("'Fresh'", "'Freshh'"))).toEqual(['Status']);
  expect(names(types.replace("'1002':", "'1003':"))).toEqual(['Workspace.1002', 'Workspace.1003']);
  expect(names(`// mine\n${types}`)).toEqual(['the head of the file']);
  expect(names('')).toContain('Workspace');
});

it('names a changed comment', () => {
  const before = typesOf({ customFields: [city] });
  const after = typesOf({ customFields: [{ ...city, description: 'Where they live' }] });
  expect(compareTypes(before, after)).toEqual([{ name: 'LeadFields.city', kind: 'outdated' }]);
});
