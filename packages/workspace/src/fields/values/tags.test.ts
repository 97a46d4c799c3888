import { expect, it } from 'vitest';
import { refusalOf, storedAs } from '../../testing/parse.ts';

it('tags are stored in the order sent', () => {
  expect(storedAs('tags', ['VIP', 'Returning', 'VIP'])).toEqual(['VIP', 'Returning', 'VIP']);
  expect(storedAs('tags', [])).toEqual([]);
});

it('a string with commas is no array, and is shown as one', () => {
  expect(refusalOf('tags', 'VIP, Returning')).toBe(
    'Field must be an array of strings: send ["VIP","Returning"] instead of one string',
  );
});

it.each([[['VIP', 5]], [['']], [[null]]])('%j holds something that is no tag', (value) => {
  expect(refusalOf('tags', value)).toContain('every entry must be a non-empty string');
});

it.each([null, '', '  ', 5, {}])('%j are no tags', (value) => {
  expect(refusalOf('tags', value)).toContain('send ["VIP"] instead of');
});

it('shows no empty tags, and not all of a long string', () => {
  expect(refusalOf('tags', ' VIP,, Returning , ')).toContain('send ["VIP","Returning"] instead');
  expect(refusalOf('tags', 'a'.repeat(500))).toContain(`send ["${'a'.repeat(60)}"] instead`);
});
