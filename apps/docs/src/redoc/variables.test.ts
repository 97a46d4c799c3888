import { expect, it } from 'vitest';
import { dropUnusedVariables } from './variables.ts';

it('drops what no rule uses, and keeps what is used through another variable', () => {
  const css = ":root{--a:var(--b);--b:1px;--c:2px;--d:url('x;y')}p{margin:var(--a, 0)}";
  expect(dropUnusedVariables(css)).toBe(':root{--a:var(--b);--b:1px}p{margin:var(--a, 0)}');
});

it('keeps all values of a variable', () => {
  const css = ':root{--a:1px}.dark{--a:2px;color:red}p{margin:var(--a)}';
  expect(dropUnusedVariables(css)).toBe(css);
});
