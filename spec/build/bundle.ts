/**
 * Builds the two bundles, their release information and the guides: `dist/{async,sync}.{yaml,json}`,
 * `src/generated/release.ts` and `dist/guides.json`.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { fingerprintOf } from './fingerprint.ts';
import { readGuides } from './guides/guide.ts';

const apis = ['async', 'sync'] as const;
const root = new URL('../', import.meta.url);

interface Bundle {
  info: { version: string };
}

async function bundle(api: string): Promise<Bundle> {
  const { stdout } = await promisify(execFile)(
    'redocly',
    ['bundle', `${api}/openapi.yaml`, '--config', '../redocly.yaml', '--ext', 'json'],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout);
}

await mkdir(new URL('dist/', root), { recursive: true });
await writeFile(
  new URL('dist/guides.json', root),
  `${JSON.stringify(readGuides(fileURLToPath(root)), null, 2)}\n`,
);
// For the docs, after an edit of a guide only.
if (process.argv.includes('--guides')) process.exit();

const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
await mkdir(new URL('src/generated/', root), { recursive: true });

const texts = await Promise.all(
  apis.map(async (api) => {
    const document = await bundle(api);
    document.info.version = version;
    const json = `${JSON.stringify(document, null, 2)}\n`;
    await writeFile(new URL(`dist/${api}.json`, root), json);
    await writeFile(
      new URL(`dist/${api}.yaml`, root),
      stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }),
    );
    return json;
  }),
);

await writeFile(
  new URL('src/generated/release.ts', root),
  `/**
 * The content hash of both bundles, twelve hexadecimal digits long. It identifies the spec.
 *
 * @example
 * \`\`\`ts
 * import { fingerprint } from '@telecrm/spec';
 *
 * console.log(fingerprint);
 * \`\`\`
 */
export const fingerprint: string = '${fingerprintOf(texts)}';

/**
 * The version of the spec, which is the version of this package.
 *
 * @example
 * \`\`\`ts
 * import { version } from '@telecrm/spec';
 *
 * console.log(version);
 * \`\`\`
 */
export const version: string = '${version}';
`,
);
