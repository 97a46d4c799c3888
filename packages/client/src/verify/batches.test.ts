import { expect, it } from 'vitest';
import { batchesOf } from './batches.ts';

it.each([
  [[], []],
  [[1], [[1]]],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3],
    [[1, 2], [3]],
  ],
])('%j in groups of two', async (items, batches) => {
  expect(await Array.fromAsync(batchesOf(items, 2))).toEqual(batches);
});

it('a group is passed on before the next item is read', async () => {
  const read: number[] = [];
  function* items() {
    for (let n = 1; n <= 4; n++) {
      read.push(n);
      yield n;
    }
  }
  for await (const _ of batchesOf(items(), 2)) break;
  expect(read).toEqual([1, 2]);
});
