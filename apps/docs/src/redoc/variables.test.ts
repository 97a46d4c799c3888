import { expect, it } from 'vitest';
import { removeUnusedVariables } from './variables.ts';

it('removes variables that no rule uses, directly or through another variable', () => {
  const css = ":root{--a:var(--b);--b:1px;--c:2px;--d:url('x;y')}p{margin:var(--a, 0)}";
  expect(removeUnusedVariables(css)).toBe(':root{--a:var(--b);--b:1px}p{margin:var(--a, 0)}');
});

it('keeps all values of a variable', () => {
  const css = ':root{--a:1px}.dark{--a:2px;color:red}p{margin:var(--a)}';
  expect(removeUnusedVariables(css)).toBe(css);
});
