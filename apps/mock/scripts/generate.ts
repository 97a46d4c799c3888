/** Writes src/generated: the description of the control surface as a module, and its types. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import manifest from '../package.json' with { type: 'json' };

const source = new URL('../openapi.yaml', import.meta.url);
const folder = new URL('../src/generated/', import.meta.url);

const document = parse(await readFile(source, 'utf8'));
document.info.version = manifest.version;
const types = astToString(await openapiTS(document, { immutable: true }));
const json = JSON.stringify(document, null, 2);

await mkdir(folder, { recursive: true });
await writeFile(new URL('control-types.ts', folder), types);
await writeFile(
  new URL('control-document.ts', folder),
  `// Generated from openapi.yaml; do not edit.\nexport const document: unknown = ${json};\n`,
);
