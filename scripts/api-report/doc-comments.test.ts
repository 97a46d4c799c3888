import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { missingDocComments } from './doc-comments.ts';
import { publicPackages, typedEntryPoints } from './packages.ts';

it.each(publicPackages)('$name documents its exports, with examples', (found) => {
  expect(missingDocComments(typedEntryPoints(found))).toEqual([]);
});

it.each([
  ['export declare function add(one: number): number;', ['a: add has no doc comment']],
  ['/** Adds. */\nexport declare function add(one: number): number;', ['a: add has no example']],
  ['export type Sum = number;', ['a: Sum has no doc comment']],
  ['/** Adds. @example add(1) */\nexport declare function add(one: number): number;', []],
  ['/** A sum. */\nexport type Sum = number;', []],
])('of %j, it reports %j', (text, missing) => {
  const folder = mkdtempSync(join(tmpdir(), 'telecrm-doc-comments-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const types = join(folder, 'index.d.ts');
  writeFileSync(types, text);
  expect(missingDocComments([{ name: 'a', types }])).toEqual(missing);
});
