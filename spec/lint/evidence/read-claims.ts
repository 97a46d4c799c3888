import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type Claim,
  exampleClaims,
  operationClaims,
  parameterClaims,
  responseClaims,
  rootClaims,
  schemaClaims,
} from './claims.ts';
import { type Mark, markOf } from './mark.ts';
import { parseYaml } from './parse-yaml.ts';

type Read = (subject: string, node: unknown) => Iterable<Claim>;

const kinds: readonly (readonly [glob: string, read: Read])[] = [
  ['components/schemas/**/*.yaml', schemaClaims],
  ['components/parameters/*.yaml', parameterClaims],
  ['components/headers/*.yaml', parameterClaims],
  ['components/responses/*.yaml', responseClaims],
  ['components/examples/*.yaml', exampleClaims],
];

/** All statements of a spec folder about the API. */
export async function readClaims(spec: string): Promise<Claim[]> {
  const read = async (file: string) => parseYaml(await readFile(join(spec, file), 'utf8'));
  const found: Claim[] = [];
  for (const [glob, claimsOf] of kinds) {
    for (const file of globSync(glob, { cwd: spec }).sort()) {
      found.push(...claimsOf(basename(file, '.yaml'), await read(file)));
    }
  }
  const marks = new Map<string, Mark>();
  for (const file of globSync('components/{parameters,responses}/**/*.yaml', { cwd: spec })) {
    marks.set(basename(file, '.yaml'), markOf(await read(file)));
  }
  for (const file of globSync('{async,sync}/paths/**/*.yaml', { cwd: spec }).sort()) {
    found.push(...operationClaims(await read(file), (name) => marks.get(name)));
  }
  for (const api of ['async', 'sync']) {
    found.push(...rootClaims(api, await read(`${api}/openapi.yaml`)));
  }
  return found;
}
