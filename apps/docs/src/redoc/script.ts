import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = '@redocly/cli/lib/chunks/redoc.standalone.js';

/** The host of the two pictures of "API docs by Redocly". No option of Redoc's changes it. */
const cdn = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;

/** Redoc's browser script from the CLI's package, with the pictures that it loads from a CDN replaced by ours. */
export async function readRedocScript(logo: string): Promise<string> {
  const script = await readScript();
  const found = script.match(cdn)?.length ?? 0;
  if (found !== 2) throw new Error(`${source} names ${found} pictures of its CDN, not 2`);
  return script.replaceAll(cdn, logo);
}

/** The style attributes that Redoc gives to the parts of a sample, for the Content-Security-Policy. */
export async function readSampleStyles(): Promise<string[]> {
  const script = await readScript();
  const names = script.match(/(?<=`)--code-block-tokens-[\w-]+-color(?=`)/g) ?? [];
  return [...new Set(names)].map((name) => `color: var(${name})`);
}

function readScript(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve(source), 'utf8');
}
