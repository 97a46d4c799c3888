import { expect, it } from 'vitest';
import { insertByTime, newestFirst, removeByTime } from './timeline.ts';

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

it('an item is removed from wherever it is, and one that is not there is no matter', () => {
  const [a, b, c] = [{ createdOn: 1 }, { createdOn: 1 }, { createdOn: 2 }];
  const items = [a, b, c];
  removeByTime(items, b);
  removeByTime(items, b);
  expect(items).toEqual([a, c]);
});
