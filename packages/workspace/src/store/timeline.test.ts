import { expect, it } from 'vitest';
import { insertByTime, newestFirst, pageOf } from './timeline.ts';

it('an item that comes late is put where its time belongs, behind its equals', () => {
  const items: { name: string; createdOn: number }[] = [];
  for (const [name, createdOn] of [
    ['a', 5],
    ['b', 9],
    ['c', 5],
    ['d', 1],
  ] as const) {
    insertByTime(items, { name, createdOn });
  }
  expect(items.map(({ name }) => name).join('')).toBe('dacb');
  expect([...newestFirst(items)].map(({ name }) => name).join('')).toBe('bcad');
});

it('a page is cut out of those that meet the condition, and all of them are counted', () => {
  const even = (value: number) => value % 2 === 0;
  expect(pageOf([1, 2, 3, 4, 5, 6, 8], { skip: 1, limit: 2 }, even)).toEqual({
    items: [4, 6],
    total: 4,
  });
  expect(pageOf([1, 2], { skip: 5, limit: 2 })).toEqual({ items: [], total: 2 });
});
