import guides from '@telecrm/spec/guides.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { fieldTypeNames, fieldTypeOf } from './field-types.ts';

it('has exactly the types of the guide', () => {
  const guide = guides.find(({ name }) => name === 'field-types')?.markdown ?? '';
  const named = [...guide.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);
  expect(named).toContain('text');
  expect([...fieldTypeNames].sort()).toEqual(named.sort());
});

it.each(['activeusers', 'ACTIVEUSERS', 'activeUsers'])(
  'finds the type %s in any letter case',
  (name) => {
    expect(fieldTypeOf(name)).toBe('activeUsers');
  },
);

it.each(['constructor', '__proto__', 'toString', ''])('does not find %j', (name) => {
  expect(fieldTypeOf(name)).toBeUndefined();
});
