import { expect, test } from 'vitest';
import { dropUnusedVariables } from './variables.ts';

test('what no rule uses is dropped, what is used through another variable stays', () => {
  const css = ":root{--a:var(--b);--b:1px;--c:2px;--d:url('x;y')}p{margin:var(--a, 0)}";
  expect(dropUnusedVariables(css)).toBe(':root{--a:var(--b);--b:1px;}p{margin:var(--a, 0)}');
});

test('a variable with several values keeps them all', () => {
  const css = ':root{--a:1px}.dark{--a:2px;color:red}p{margin:var(--a)}';
  expect(dropUnusedVariables(css)).toBe(css);
});

test('modifiers in class names are no declarations', () => {
  const css = '.x--y:hover{color:red}';
  expect(dropUnusedVariables(css)).toBe(css);
});
