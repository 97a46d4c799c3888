import { expect, it } from 'vitest';
import { originOf, repositoryOf } from './source.ts';

it('takes the address of the site from DOCS_URL, with a slash at the end', () => {
  expect(originOf('https://docs.example/a', true)).toBe('https://docs.example/a/');
  expect(originOf('http://docs.example//', false)).toBe('http://docs.example/');
});

it('takes the address of the local server for a site that will not be published', () => {
  expect(originOf(undefined, false)).toBe('http://127.0.0.1:4000/');
});

it.each([
  [undefined, 'DOCS_URL is not set'],
  ['', 'DOCS_URL is not set'],
  ['http://docs.example', 'DOCS_URL is not https'],
  ['docs.example', 'not the address of a site'],
  ['https://docs.example/?a', 'not the address of a site'],
])('refuses to publish a site at %j', (value, message) => {
  expect(() => originOf(value, true)).toThrow(message);
});

it('takes the address of the public repository from DOCS_REPOSITORY, if there is one', () => {
  expect(repositoryOf('https://git.example/a/b')).toBe('https://git.example/a/b/');
  expect(repositoryOf(undefined)).toBeUndefined();
  expect(() => repositoryOf('git@git.example:a/b')).toThrow('DOCS_REPOSITORY is not the https');
});
