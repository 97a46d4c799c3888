import { expect, it } from 'vitest';
import { refusalOf, storedAs } from '../../testing/parse.ts';

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

it.each(['view-source:https://example.com', 'https://example.com/a b', 'https://example.com '])(
  '%j holds a URL and is none',
  (value) => {
    expect(refusalOf('website', value)).toContain(
      'send a whole URL, such as "https://example.com"',
    );
  },
);

it('a list of one URL is not read as the URL', () => {
  expect(refusalOf('website', ['https://example.com'])).toContain('send a whole URL');
});

it('does not send a long text back whole', () => {
  const sent = `example.com/${'a'.repeat(500)}`;
  expect(refusalOf('website', sent)).toBe(
    `Field must be a URL: send "https://${sent.slice(0, 60)}"`,
  );
});
