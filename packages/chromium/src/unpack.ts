import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));

/** Where the Chromium of `@sparticuz/chromium` is, and the environment that it starts in. */
export type Unpacked = { executablePath: string; env: NodeJS.ProcessEnv };

/**
 * Unpacks the Chromium of `@sparticuz/chromium` with the libraries that a bare Linux lacks: once, for it costs seconds.
 * What is being unpacked gets its name only when it is whole, so nobody starts half a browser.
 */
export async function unpackedChromium(): Promise<Unpacked> {
  const folder = join(cache, `chromium-${await packedVersion()}`);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, 'unpacking-'));
    await unpackInto(fresh);
    await writeFontsConfig(join(fresh, 'fonts'), join(folder, 'fonts'));
    // Another process may have been faster; then its copy serves as well.
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  }
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: libraries.join(':'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  return { executablePath: join(folder, 'chromium'), env };
}

async function packedVersion(): Promise<string> {
  const manifest = findPackageJSON('@sparticuz/chromium', import.meta.url);
  if (!manifest) throw new Error('@sparticuz/chromium is not installed');
  const { version }: { version: string } = JSON.parse(await readFile(manifest, 'utf8'));
  return version;
}

async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  // The package unpacks into the temporary folder.
  process.env.TMPDIR = folder;
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
}

/** Makes the unpacked fonts known where they are going to be; the package's own file says /tmp, and without a font pages crash. */
async function writeFontsConfig(folder: string, place: string): Promise<void> {
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${place}</dir><cachedir>${join(place, 'cache')}</cachedir></fontconfig>
`,
  );
}
