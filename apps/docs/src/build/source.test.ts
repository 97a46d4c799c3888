import { expect, it } from 'vitest';
import { originOf, repositoryOf } from './source.ts';

it('reads the URL of the site from DOCS_URL and adds a trailing slash', () => {
  expect(originOf('https://docs.example/a', true)).toBe('https://docs.example/a/');
  expect(originOf('http://docs.example//', false)).toBe('http://docs.example/');
});

it('uses the URL of the local server for a site that will not be published', () => {
  expect(originOf(undefined, false)).toBe('http://127.0.0.1:4000/');
});

it.each([
  [undefined, 'DOCS_URL is not set'],
  ['', 'DOCS_URL is not set'],
  ['http://docs.example', 'DOCS_URL must start with https'],
  ['docs.example', 'must be an http or https URL'],
  ['https://docs.example/?a', 'must be an http or https URL'],
])('does not publish a site at %j', (value, message) => {
  expect(() => originOf(value, true)).toThrow(message);
});

it('reads the URL of the public repository from DOCS_REPOSITORY, if it is set', () => {
  expect(repositoryOf('https://git.example/a/b')).toBe('https://git.example/a/b/');
  expect(repositoryOf(undefined)).toBeUndefined();
  expect(() => repositoryOf('git@git.example:a/b')).toThrow('DOCS_REPOSITORY must be the https');
});
