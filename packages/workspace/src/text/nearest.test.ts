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
])('suggests for %j: %j', (sent, meant) => {
  expect(nearest(sent, known)).toBe(meant);
});

it.each(['', '___', 'zzz', 'budget', 'x'.repeat(5000)])('suggests nothing for %j', (sent) => {
  expect(nearest(sent, known)).toBeUndefined();
});

it.each([
  ['fhona', 'phone'],
  ['nme', 'name'],
  ['naame', 'name'],
  ['c-i-t-y', 'city_1'],
  ['source', 'contact_source'],
])('finds %j close enough to %j', (sent, meant) => {
  expect(nearest(sent, known)).toBe(meant);
});

it.each(['naxx', 'nxae', 'nmxe', 'fhuna', 'cit'])(
  'suggests nothing for %j, which has too many typing errors',
  (sent) => {
    expect(nearest(sent, ['name', 'phone', 'velocity'])).toBeUndefined();
  },
);

it('accepts four common letters, but not three, which may be a coincidence', () => {
  expect(nearest('city', ['hometown_city'])).toBe('hometown_city');
  expect(nearest('age', ['language'])).toBeUndefined();
});

it('suggests the most similar name, and the first of equally similar ones', () => {
  expect(nearest('phon', ['phone_2', 'phone'])).toBe('phone');
  expect(nearest('phon', ['phone', 'phone_2'])).toBe('phone');
  expect(nearest('city', ['city_1', 'city_2'])).toBe('city_1');
  expect(nearest('city2', ['city_1', 'city_2'])).toBe('city_2');
});

it('prefers another spelling of a name to a typing error', () => {
  expect(nearest('Name', ['nmae', 'name'])).toBe('name');
  const times = ['preferred_contact_tine', 'preferred_contact_time'];
  expect(nearest('Preferred Contact Time', times)).toBe('preferred_contact_time');
});

it('suggests nothing for punctuation alone, even if a name has no letters', () => {
  expect(nearest('???', ['___'])).toBeUndefined();
});

it('suggests nothing for a name of more than 64 letters', () => {
  const sent = (length: number) => 'phone'.padEnd(length, 'x');
  expect(nearest(sent(64), known)).toBe('phone');
  expect(nearest(sent(65), known)).toBeUndefined();
});

it('compares only the beginning of a very long name', () => {
  expect(nearest(`na${'_'.repeat(100)}me`, known)).toBeUndefined();
});
