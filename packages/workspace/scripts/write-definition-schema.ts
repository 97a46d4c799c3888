/** Writes dist/definition.schema.json, the JSON Schema that the package publishes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { definitionJsonSchema } from './definition-schema.ts';

const folder = new URL('../dist/', import.meta.url);
await mkdir(folder, { recursive: true });
const text = JSON.stringify(definitionJsonSchema(), null, 2);
await writeFile(new URL('definition.schema.json', folder), `${text}\n`);
