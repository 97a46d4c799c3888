import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filledOnce } from './filled-once.ts';

/** Where the Chromium of `@sparticuz/chromium` is, and the environment that it starts in. */
export type Unpacked = { executablePath: string; env: NodeJS.ProcessEnv };

/**
 * Unpacks the Chromium of `@sparticuz/chromium` with the libraries that a bare Linux lacks: once, for it costs seconds.
 *
 * @param cache - The folder to find it in, or to keep it in.
 */
export async function unpackedChromium(
  cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url)),
): Promise<Unpacked> {
  const folder = await filledOnce(cache, `chromium-${await packedVersion()}`, unpack);
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: libraries.join(':'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  return { executablePath: join(folder, 'chromium'), env };
}

async function packedVersion(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  const { version }: { version: string } = JSON.parse(await readFile(manifest, 'utf8'));
  return version;
}

async function unpack(fresh: string, place: string): Promise<void> {
  const before = { ...process.env };
  // The package unpacks into the temporary folder.
  process.env.TMPDIR = fresh;
  // It adds the libraries only where it takes the machine for AWS Lambda, and looks when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
  await writeFontsConfig(join(fresh, 'fonts'), join(place, 'fonts'));
}

/** Makes the fonts known where they are going to be; the package's own file says /tmp, and without a font pages crash. */
async function writeFontsConfig(folder: string, place: string): Promise<void> {
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${place}</dir><cachedir>${join(place, 'cache')}</cachedir></fontconfig>
`,
  );
}
