import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const known = ['name', 'phone', 'email', 'contact_source', 'city_1'];

it.each([
  ['Phone', 'phone'],
  ['phone_number', 'phone'],
  ['city', 'city_1'],
  ['Contact Source', 'contact_source'],
  ['emial', 'email'],
  ['nmae', 'name'],
])('%j was meant to be %j', (sent, meant) => {
  expect(nearest(sent, known)).toBe(meant);
});

it.each(['', '___', 'zzz', 'budget', 'x'.repeat(5000)])('nothing was meant by %j', (sent) => {
  expect(nearest(sent, known)).toBeUndefined();
});
