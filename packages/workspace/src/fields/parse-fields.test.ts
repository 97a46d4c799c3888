import { expect, it } from 'vitest';
import { cpuTimeMs } from '../testing/cpu-time.ts';
import { context } from '../testing/parse.ts';
import { emptyField, type Field, parseFields } from './parse-fields.ts';

const fields = new Map<string, Field>([
  ['name', { apiName: 'name', type: 'text' }],
  ['city_1', { apiName: 'city_1', type: 'text' }],
  ['rating', { apiName: 'rating', type: 'rating' }],
  ['status', { apiName: 'status', type: 'status' }],
]);

it('stores, clears or drops each value, with a reason for each dropped one', () => {
  const read = parseFields({ name: 'Jane', city_1: '', rating: 9, status: 'Old' }, fields, context);
  expect(read.stored).toEqual(new Map([['name', 'Jane']]));
  expect(read.cleared).toEqual(['city_1']);
  expect(read.dropped).toMatchObject([
    { apiName: 'rating', reason: 'invalid', remark: 'Rating must be between 1 and 5' },
    { apiName: 'status', reason: 'inactive-label' },
  ]);
});

it.each([
  ['city', 'city_1'],
  ['Name', 'name'],
  ['CITY 1', 'city_1'],
  ['ratign', 'rating'],
])('suggests for the unknown name %j: %j', (sent, meant) => {
  const { dropped } = parseFields({ [sent]: 'x' }, fields, context);
  expect(dropped).toMatchObject([{ reason: 'unknown', fix: `did you mean \`${meant}\`?` }]);
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  '%s is an ordinary unknown name',
  (name) => {
    const { dropped, stored } = parseFields(JSON.parse(`{"${name}":"x"}`), fields, context);
    expect(dropped).toMatchObject([{ apiName: name, reason: 'unknown' }]);
    expect(stored.size).toBe(0);
  },
);

it.each([
  ['Old', 'inactive-label'],
  ['', 'invalid'],
  [5, 'invalid'],
  [null, 'invalid'],
])('drops the status %j as %s', (status, reason) => {
  expect(parseFields({ status }, fields, context).dropped).toMatchObject([{ reason }]);
});

it('refers to the list of fields if no name is similar', () => {
  expect(parseFields({ shoe_size: 44 }, fields, context).dropped).toEqual([
    {
      apiName: 'shoe_size',
      reason: 'unknown',
      remark: '`shoe_size` is not a field of this workspace',
      fix: 'look up its API name in the list of fields',
    },
  ]);
});

it('suggests a name for the first hundred unknown names only', () => {
  const sent = Array.from({ length: 102 }, (_, index) => [`name${'_'.repeat(index + 1)}`, 'Jane']);
  const { dropped } = parseFields(Object.fromEntries(sent), fields, context);
  const meant = dropped.filter(({ fix }) => fix === 'did you mean `name`?');
  expect([dropped.length, meant.length]).toEqual([102, 100]);
  expect(dropped.slice(0, 100)).toEqual(meant);
});

it('the fix for an empty value in a new lead is to leave it out', () => {
  expect(emptyField('deal_size')).toEqual({
    remark: 'Deal size is empty',
    fix: 'leave it out instead of an empty string',
  });
});

it('parses many unknown names quickly, even if there are many fields', () => {
  const name = (prefix: string, index: number) => `${prefix}${index}`.padEnd(60, 'abcdefghij');
  const names = Array.from({ length: 11_000 }, (_, index) => name('field_', index));
  const many = new Map<string, Field>(
    names.map((apiName) => [apiName, { apiName, type: 'text' } as const]),
  );
  const sent = Object.fromEntries(names.slice(0, 110).map((_, index) => [name('x', index), 'x']));
  const start = cpuTimeMs();
  const { dropped } = parseFields(sent, many, context);
  expect(dropped).toHaveLength(110);
  expect(cpuTimeMs() - start).toBeLessThan(1000);
});

it.each([
  ['12345', true],
  ['123456', false],
])('limits the length of a text if its field has a limit: %j', (value, isStored) => {
  const code: Field = { apiName: 'code', type: 'text', maxLength: 5 };
  const { stored, dropped } = parseFields({ code: value }, new Map([['code', code]]), context);
  expect(stored.has('code')).toBe(isStored);
  expect(dropped.map(({ remark }) => remark)).toEqual(
    isStored ? [] : ['Code must not be longer than 5 characters'],
  );
});
