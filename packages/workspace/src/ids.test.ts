import { expect, it } from 'vitest';
import { createIds, deterministic, idOf } from './ids.ts';

it('an ID is 24 hex digits and begins with the time', () => {
  const ids = createIds(() => Date.UTC(2026, 0, 1));
  expect(ids()).toMatch(/^6955b900[0-9a-f]{16}$/);
  expect(ids()).not.toBe(ids());
});

it('two deterministic runs tell the same time and count the same IDs', () => {
  const [one, other] = [deterministic(), deterministic()];
  expect([one.ids(), one.ids(), one.clock(), one.clock()]).toEqual([
    other.ids(),
    other.ids(),
    other.clock(),
    other.clock(),
  ]);
});

it('a name always has the same ID', () => {
  expect(idOf('deal_size')).toBe(idOf('deal_size'));
  expect(idOf('deal_size')).toMatch(/^[0-9a-f]{24}$/);
  expect(idOf('deal_size')).not.toBe(idOf('deal_sizes'));
});
