import { expect, it } from 'vitest';
import { refusalOf, storedAs } from '../testing/read.ts';

it.each(['https://example.com', 'http://cdn.example.com/a%20b.pdf?x=1'])('%j is a URL', (value) => {
  expect(storedAs('website', value)).toBe(value);
  expect(storedAs('medialink', value)).toBe(value);
});

it('says to send a bare host with its scheme', () => {
  expect(refusalOf('website', 'example.com')).toBe(
    'Field must be a URL: send "https://example.com"',
  );
});

it.each(['', 'ftp://example.com', 'https://', 'a b', null, 5])('%j is no URL', (value) => {
  expect(refusalOf('medialink', value)).toContain('Field must be a URL: send');
});
