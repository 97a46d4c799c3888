import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolderOnce } from './folder-once.ts';

/** A browser on disk, and the environment for starting it. */
export interface Installation {
  executablePath: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` with the libraries that are missing in a minimal Linux: only once,
 * because it takes seconds.
 *
 * @param cache - The folder to unpack it to.
 */
export async function unpackedChromium(
  cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url)),
): Promise<Installation> {
  const folder = await createFolderOnce(cache, `chromium-${await packedVersion()}`, unpack);
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

async function unpack(temporary: string, path: string): Promise<void> {
  const before = { ...process.env };
  // The package unpacks to the temporary folder.
  process.env.TMPDIR = temporary;
  // It adds the libraries only on AWS Lambda, which it detects when it is imported.
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
  await writeFontsConfig(join(temporary, 'fonts'), join(path, 'fonts'));
}

/** Registers the fonts at their final path; the package's own file says /tmp, and pages crash without a font. */
async function writeFontsConfig(folder: string, path: string): Promise<void> {
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path}</dir><cachedir>${join(path, 'cache')}</cachedir></fontconfig>
`,
  );
}
