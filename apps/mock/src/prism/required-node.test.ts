import { expect, it } from 'vitest';
import { missingNode } from './required-node.ts';

it.each([
  ['22.18.0', 'needs Node 24.18 or newer, and this is Node 22.18.0'],
  ['24.17.9', 'needs Node 24.18 or newer, and this is Node 24.17.9'],
  ['24.18.0', undefined],
  ['26.0.0', undefined],
])('describes what Node %s lacks for Prism: %s', (found, missing) => {
  expect(missingNode(found)).toBe(missing);
});
