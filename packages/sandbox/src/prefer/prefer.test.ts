import { expect, it } from 'vitest';
import { type Prefer, parsePrefer } from './prefer.ts';

it.each<[string | undefined, Prefer | undefined]>([
  [undefined, undefined],
  ['', undefined],
  [';;,,==', undefined],
  ['respond-async, wait=10', undefined],
  ['code=404;example=leadNotFound', { code: '404', example: 'leadNotFound' }],
  ['example="two words", seed=7', { example: 'two words', seed: '7' }],
  ['CODE = 404', { code: '404' }],
  ['code=404, code=200', { code: '404' }],
  ['dynamic', { dynamic: '' }],
  ['__proto__=1, constructor=2, code=500', { code: '500' }],
])('parses %j', (header, prefer) => {
  expect(parsePrefer(header)).toEqual(prefer);
});
