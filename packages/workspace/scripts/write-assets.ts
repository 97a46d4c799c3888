/**
 * Writes the files of dist that are not code: the JSON Schema of a definition, and the licenses of the phone metadata.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { definitionJsonSchema } from './definition-schema.ts';

const folder = new URL('../dist/', import.meta.url);
await mkdir(folder, { recursive: true });

const schema = JSON.stringify(definitionJsonSchema(), null, 2);
await writeFile(new URL('definition.schema.json', folder), `${schema}\n`);

const library = new URL('.', import.meta.resolve('libphonenumber-js/package.json'));
const licenses = await Promise.all(
  ['LICENSE', 'LICENSE.Apache'].map((name) => readFile(new URL(name, library), 'utf8')),
);
const notice = `generated/phone-metadata.js is made from the metadata of libphonenumber-js (MIT), which is that of
Google's libphonenumber (Apache-2.0), without what only formatting needs.`;
await writeFile(
  new URL('THIRD-PARTY-NOTICES.txt', folder),
  [notice, ...licenses].join('\n\n---\n\n'),
);
