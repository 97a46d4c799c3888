import { expect, it } from 'vitest';
import { reasonOf, storedAs } from '../../testing/parse.ts';

it.each(['https://example.com', 'http://cdn.example.com/a%20b.pdf?x=1'])(
  'accepts the URL %j',
  (value) => {
    expect(storedAs('website', value)).toBe(value);
    expect(storedAs('medialink', value)).toBe(value);
  },
);

it('the fix for a bare host is to add the scheme', () => {
  expect(reasonOf('website', 'example.com')).toBe(
    'Field must be a URL: send "https://example.com"',
  );
});

it.each(['', 'ftp://example.com', 'https://', 'a b', null, 5])(
  'rejects %j, which is not a URL',
  (value) => {
    expect(reasonOf('medialink', value)).toContain('Field must be a URL: send');
  },
);

it.each(['view-source:https://example.com', 'https://example.com/a b', 'https://example.com '])(
  '%j only contains a URL',
  (value) => {
    expect(reasonOf('website', value)).toContain('send a whole URL, such as "https://example.com"');
  },
);

it('does not treat a list with one URL as the URL', () => {
  expect(reasonOf('website', ['https://example.com'])).toContain('send a whole URL');
});

it('truncates a long text in the fix', () => {
  const sent = `example.com/${'a'.repeat(500)}`;
  expect(reasonOf('website', sent)).toBe(
    `Field must be a URL: send "https://${sent.slice(0, 60)}"`,
  );
});
