import { expect, it } from 'vitest';
import { runtime } from './runtime.ts';

it('the error for a missing runtime names it and the fix', () => {
  expect(() => runtime('node-1', 'bin/node')).toThrow(
    /no node-1 was installed for .*: add node-1-/,
  );
});
