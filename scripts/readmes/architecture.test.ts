import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../gates/packages.ts';

const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
const paths = [...text.matchAll(/`((?:spec|apps|packages)\/[\w./-]+)`/g)].map(
  ([, path = '']) => path,
);

it('walks through the client, the sandbox and the docs in more than twenty files', () => {
  expect(new Set(paths.filter((path) => path.endsWith('.ts'))).size).toBeGreaterThan(20);
});

it.each([...new Set(paths)])('names %s, which exists', (path) => {
  expect(existsSync(join(root, path))).toBe(true);
});
