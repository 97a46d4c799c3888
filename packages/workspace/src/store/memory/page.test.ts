import { expect, it } from 'vitest';
import { work } from '../../testing/cpu-time.ts';
import { pageOf } from './page.ts';

it('returns a page of the matching items, and counts all of them', async () => {
  const even = (value: number) => value % 2 === 0;
  expect(await pageOf([1, 2, 3, 4, 5, 6, 8], { skip: 1, limit: 2 }, even)).toEqual({
    items: [4, 6],
    total: 4,
  });
  expect(await pageOf([1, 2], { skip: 5, limit: 2 }, even)).toEqual({ items: [], total: 1 });
});

it('does not block other work during the search of a long list', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const slow = () => {
    work(1 / 16);
    return true;
  };
  const { total } = await pageOf(Array.from({ length: 2000 }), { skip: 0, limit: 1 }, slow);
  clearInterval(timer);
  expect(total).toBe(2000);
  expect(turns).toBeGreaterThan(2);
});
