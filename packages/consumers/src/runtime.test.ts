import { expect, it } from 'vitest';
import { runtime } from './runtime.ts';

it('a runtime that is not there is named, with what to do', () => {
  expect(() => runtime('node-1', 'bin/node')).toThrow(
    /no node-1 was installed for .*: add node-1-/,
  );
});
