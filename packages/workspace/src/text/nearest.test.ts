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

it.each([
  ['fhona', 'phone'],
  ['nme', 'name'],
  ['naame', 'name'],
  ['c-i-t-y', 'city_1'],
  ['source', 'contact_source'],
])('%j is close enough to %j', (sent, meant) => {
  expect(nearest(sent, known)).toBe(meant);
});

it.each(['naxx', 'nxae', 'nmxe', 'fhuna', 'cit'])('%j has too many slips', (sent) => {
  expect(nearest(sent, ['name', 'phone', 'velocity'])).toBeUndefined();
});

it('four letters in common are enough, three may be chance', () => {
  expect(nearest('city', ['hometown_city'])).toBe('hometown_city');
  expect(nearest('age', ['language'])).toBeUndefined();
});

it('the name that has most in common is meant, and the first of equals', () => {
  expect(nearest('phon', ['phone_2', 'phone'])).toBe('phone');
  expect(nearest('phon', ['phone', 'phone_2'])).toBe('phone');
  expect(nearest('city', ['city_1', 'city_2'])).toBe('city_1');
  expect(nearest('city2', ['city_1', 'city_2'])).toBe('city_2');
});

it('another spelling of a name beats a slip', () => {
  expect(nearest('Name', ['nmae', 'name'])).toBe('name');
  const times = ['preferred_contact_tine', 'preferred_contact_time'];
  expect(nearest('Preferred Contact Time', times)).toBe('preferred_contact_time');
});

it('nothing was meant by signs alone, even where a name has no letters', () => {
  expect(nearest('???', ['___'])).toBeUndefined();
});

it('nobody mistypes a name of more than 64 letters', () => {
  const sent = (length: number) => 'phone'.padEnd(length, 'x');
  expect(nearest(sent(64), known)).toBe('phone');
  expect(nearest(sent(65), known)).toBeUndefined();
});

it('only the beginning of an endless name counts', () => {
  expect(nearest(`na${'_'.repeat(100)}me`, known)).toBeUndefined();
});
