import { expect, it } from 'vitest';
import { context } from '../testing/read.ts';
import { type Field, readFields } from './read-fields.ts';

const fields = new Map<string, Field>([
  ['name', { apiName: 'name', type: 'text' }],
  ['city_1', { apiName: 'city_1', type: 'text' }],
  ['rating', { apiName: 'rating', type: 'rating' }],
  ['status', { apiName: 'status', type: 'status' }],
]);

it('each value is stored, empties its field, or is dropped with a reason', () => {
  const read = readFields({ name: 'Jane', city_1: '', rating: 9, status: 'Old' }, fields, context);
  expect(read.stored).toEqual(new Map([['name', 'Jane']]));
  expect(read.emptied).toEqual(['city_1']);
  expect(read.dropped).toMatchObject([
    { apiName: 'rating', because: 'misfit', remark: 'Rating must be between 1 and 5' },
    { apiName: 'status', because: 'unlisted' },
  ]);
});

it.each([
  ['city', 'city_1'],
  ['Name', 'name'],
  ['CITY 1', 'city_1'],
  ['ratign', 'rating'],
])('the unknown name %j is answered with %j', (sent, meant) => {
  const { dropped } = readFields({ [sent]: 'x' }, fields, context);
  expect(dropped).toMatchObject([{ because: 'unknown', fix: `did you mean \`${meant}\`?` }]);
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  '%s is an unknown name like any other',
  (name) => {
    const { dropped, stored } = readFields(JSON.parse(`{"${name}":"x"}`), fields, context);
    expect(dropped).toMatchObject([{ apiName: name, because: 'unknown' }]);
    expect(stored.size).toBe(0);
  },
);
