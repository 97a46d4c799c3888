import { expect, it } from 'vitest';
import { reasonOf, storedAs } from '../../testing/parse.ts';

it.each(['Jane Doe', '  kept  ', '123', '\u0000', 'ज्योति'])('text %j is stored as sent', (text) => {
  expect(storedAs('text', text)).toBe(text);
});

it('an empty text clears the field', () => {
  expect(storedAs('text', '')).toBeNull();
});

it.each([null, 5, true, ['a'], {}])('%j is not text', (value) => {
  expect(reasonOf('text', value)).toMatch(/^Field must be text: send a string instead of /);
});
