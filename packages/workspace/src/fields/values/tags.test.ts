import { expect, it } from 'vitest';
import { reasonOf, storedAs } from '../../testing/parse.ts';

it('stores tags in the order sent', () => {
  expect(storedAs('tags', ['VIP', 'Returning', 'VIP'])).toEqual(['VIP', 'Returning', 'VIP']);
  expect(storedAs('tags', [])).toEqual([]);
});

it('rejects a string with commas, and the fix has it as an array', () => {
  expect(reasonOf('tags', 'VIP, Returning')).toBe(
    'Field must be an array of strings: send ["VIP","Returning"] instead of one string',
  );
});

it.each([[['VIP', 5]], [['']], [[null]]])('rejects %j, which contains an invalid tag', (value) => {
  expect(reasonOf('tags', value)).toContain('every entry must be a non-empty string');
});

it.each([null, '', '  ', 5, {}])('rejects %j, which is not a list of tags', (value) => {
  expect(reasonOf('tags', value)).toContain('send ["VIP"] instead of');
});

it('omits empty tags from the fix and truncates a long string', () => {
  expect(reasonOf('tags', ' VIP,, Returning , ')).toContain('send ["VIP","Returning"] instead');
  expect(reasonOf('tags', 'a'.repeat(500))).toContain(`send ["${'a'.repeat(60)}"] instead`);
});
