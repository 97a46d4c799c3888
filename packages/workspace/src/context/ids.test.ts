import { expect, it } from 'vitest';
import { createIdGenerator, deterministic, stableId } from './ids.ts';

it('generates IDs of 24 hex digits that begin with the time', () => {
  const generateId = createIdGenerator(() => Date.UTC(2026, 0, 1));
  expect(generateId()).toMatch(/^6955b900[0-9a-f]{16}$/);
  expect(generateId()).not.toBe(generateId());
});

it('IDs of one second are in the order of generation, unlike IDs of another generator', () => {
  const now = () => Date.UTC(2026, 0, 1);
  const generateId = createIdGenerator(now);
  const ids = Array.from({ length: 300 }, generateId);
  expect(ids.toSorted()).toEqual(ids);
  expect(createIdGenerator(now)().slice(8, 18)).not.toBe(ids[0]?.slice(8, 18));
});

it('two deterministic runs have the same times and the same IDs', () => {
  const [one, other] = [deterministic(), deterministic()];
  expect([one.generateId(), one.generateId(), one.clock(), one.clock()]).toEqual([
    other.generateId(),
    other.generateId(),
    other.clock(),
    other.clock(),
  ]);
});

it('derives the same ID from the same name', () => {
  expect(stableId('deal_size')).toBe(stableId('deal_size'));
  expect(stableId('deal_size')).toMatch(/^[0-9a-f]{24}$/);
  expect(stableId('deal_size')).not.toBe(stableId('deal_sizes'));
});
