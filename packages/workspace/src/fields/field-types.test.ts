import guides from '@telecrm/spec/guides.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { fieldTypeNames, fieldTypeOf } from './field-types.ts';

it('has exactly the types of the guide', () => {
  const guide = guides.find(({ name }) => name === 'field-types')?.markdown ?? '';
  const named = [...guide.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);
  expect(named).toContain('text');
  expect([...fieldTypeNames].sort()).toEqual(named.sort());
});

it.each(['activeusers', 'ACTIVEUSERS', 'activeUsers'])('%s is a type in any case', (name) => {
  expect(fieldTypeOf(name)).toBe('activeUsers');
});

it.each(['constructor', '__proto__', 'toString', ''])('%j is not a type', (name) => {
  expect(fieldTypeOf(name)).toBeUndefined();
});
