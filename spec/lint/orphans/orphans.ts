import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { isNode } from '../document/document.ts';

/** Folders in which every file must be used by an API. The root of an API is its openapi.yaml. */
const APIS = ['async', 'sync'];
const FOLDERS = [...APIS, 'components'];

/** The YAML files of a spec folder that neither API refers to, as relative paths. */
export async function findOrphans(spec: string): Promise<string[]> {
  const reached = new Set<string>();
  for (const api of APIS) await reach(join(spec, api, 'openapi.yaml'), reached);
  return globSync(`{${FOLDERS.join(',')}}/**/*.{yaml,yml}`, { cwd: spec })
    .filter((file) => !reached.has(resolve(spec, file)))
    .map((file) => relative(spec, resolve(spec, file)))
    .sort();
}

async function reach(file: string, reached: Set<string>): Promise<void> {
  if (reached.has(file)) return;
  reached.add(file);
  const targets = [...references(parse(await readFile(file, 'utf8')))];
  await Promise.all(targets.map((target) => reach(resolve(file, '..', target), reached)));
}

/** The files that a document refers to. */
function* references(value: unknown): Generator<string> {
  if (isNode(value) && typeof value.$ref === 'string') {
    const [file] = value.$ref.split('#');
    if (file) yield decodeURI(file);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) yield* references(inner);
}
