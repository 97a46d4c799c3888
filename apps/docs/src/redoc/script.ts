import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = '@redocly/cli/lib/chunks/redoc.standalone.js';

/** The URLs of the two images of "API docs by Redocly". Redoc has no option for them. */
const cdn = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;

/** Reads Redoc's browser script, and replaces the URLs of images on a CDN with `logo`. */
export async function readRedocScript(logo: string): Promise<string> {
  const script = await readScript();
  const found = script.match(cdn)?.length ?? 0;
  if (found !== 2) throw new Error(`${source} loads ${found} images from its CDN, not 2`);
  return script.replaceAll(cdn, logo);
}

/** The style attributes of Redoc's samples, for the Content-Security-Policy. */
export async function readSampleStyles(): Promise<string[]> {
  const script = await readScript();
  const names = script.match(/(?<=`)--code-block-tokens-[\w-]+-color(?=`)/g) ?? [];
  return [...new Set(names)].map((name) => `color: var(${name})`);
}

function readScript(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve(source), 'utf8');
}
