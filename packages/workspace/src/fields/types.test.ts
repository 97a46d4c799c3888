import { expect, it } from 'vitest';
import { fieldTypeNames, fieldTypeOf } from './types.ts';

it('there are the 14 types of the docs', () => {
  expect(fieldTypeNames).toHaveLength(14);
});

it.each(['activeusers', 'ACTIVEUSERS', 'activeUsers'])('%s is a type in any case', (name) => {
  expect(fieldTypeOf(name)).toBe('activeUsers');
});

it.each(['constructor', '__proto__', 'toString', ''])('%j is no type', (name) => {
  expect(fieldTypeOf(name)).toBeUndefined();
});
