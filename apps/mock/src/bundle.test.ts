import { describe, expect, it } from 'vitest';
import { type Bundle, basePath, responseExamples } from './bundle.ts';

const reused: Bundle = JSON.parse(`{
  "servers": [],
  "paths": { "/lead": { "get": { "responses": {
    "400": { "$ref": "#/components/responses/Bad" },
    "404": { "content": { "application/json": { "examples": {
      "gone": { "$ref": "#/components/examples/a~1b%20c" }
    } } } },
    "204": { "description": "nothing" }
  } } } },
  "components": {
    "responses": { "Bad": { "content": { "application/json": { "examples": {
      "limit": { "value": 1, "x-violates": ["query.limit"] }
    } } } } },
    "examples": { "a/b c": { "value": 2 } }
  }
}`);

describe('the examples of a bundle', () => {
  it('are found behind references', () => {
    expect(responseExamples(reused, '/lead', 'get')).toEqual([
      { code: '400', name: 'limit', value: 1, violates: ['query.limit'] },
      { code: '404', name: 'gone', value: 2, violates: [] },
    ]);
  });

  it('are none for an operation that is not there', () => {
    expect(responseExamples(reused, '/lead', 'post')).toEqual([]);
  });
});

it.each([
  ['https://next.telecrm.in/autoupdate/v2', '/autoupdate/v2'],
  ['https://next.telecrm.in/autoupdate/v2/', '/autoupdate/v2'],
  ['https://next-api.telecrm.in', ''],
])('reads the base path of %s', (url, path) => {
  expect(basePath({ servers: [{ url }, { url: 'http://127.0.0.1/other' }], paths: {} })).toBe(path);
});
