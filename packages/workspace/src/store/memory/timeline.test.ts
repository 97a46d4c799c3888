import { expect, it } from 'vitest';
import { insertByTime, newestFirst, removeByTime } from './timeline.ts';

it('inserts a late item by its time, after items of the same time', () => {
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

it('removes an item at any position, and ignores one that does not exist', () => {
  const [a, b, c] = [{ createdOn: 1 }, { createdOn: 1 }, { createdOn: 2 }];
  const items = [a, b, c];
  removeByTime(items, b);
  removeByTime(items, b);
  expect(items).toEqual([a, c]);
});
