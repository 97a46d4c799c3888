import { expect, it } from 'vitest';
import type { MockRequest } from './answer.ts';
import { complaintsOf } from './complaints.ts';
import type { Resource } from './operations.ts';
import { sentence } from './words.ts';

it.each([
  [{ type: 'integer' }, ['query.q is empty: leave it out or send an integer.']],
  [
    { type: 'string', minLength: 1 },
    ['query.q is empty: leave it out or send a non-empty string.'],
  ],
  [{ type: 'string', enum: ['a', 'b'] }, ['query.q is empty: leave it out or send one of a, b.']],
  [{ type: 'string' }, []],
])('of a query parameter that is sent empty, Prism says nothing and we do: %j', (schema, said) => {
  // What is read of a resource and of a request here.
  const resource = { request: { query: [{ name: 'q', schema }] } } as Resource;
  const request = { url: { query: { q: '' } } } as unknown as MockRequest;
  expect(complaintsOf(resource, request, []).map(sentence)).toEqual(said);
});
