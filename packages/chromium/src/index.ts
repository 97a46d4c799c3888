import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A real Chromium: the one `CHROME_PATH` names, else an installed one, else the one that npm carries. */
export async function launchChromium(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const { executablePath, env, dispose } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu'],
    env,
    timeout: 30_000,
  });
  return {
    browser,
    close: async () => {
      await browser.close().finally(dispose);
    },
  };
}

type Found = { executablePath: string; env: NodeJS.ProcessEnv; dispose(): Promise<void> };

async function findChromium(): Promise<Found> {
  const executablePath = process.env.CHROME_PATH ?? installed();
  if (!executablePath) return unpackChromium();
  if (!existsSync(executablePath)) throw new Error(`CHROME_PATH: no file ${executablePath}`);
  return { executablePath, env: process.env, dispose: async () => undefined };
}

function installed(): string | undefined {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), mac].find(
    isExecutable,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Unpacks the Chromium of `@sparticuz/chromium` with the libraries that a bare Linux lacks. */
async function unpackChromium(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium found: install Chrome, or name an executable in CHROME_PATH');
  }
  const before = { ...process.env };
  // The package unpacks into the temporary folder and trusts what it finds there; a fresh one holds nothing half done.
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-chromium-'));
  process.env.TMPDIR = folder;
  // It adds the libraries only where it takes the machine for AWS Lambda, and looks when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    await writeFontsConfig(join(folder, 'fonts'));
    const env = { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts') };
    return { executablePath, env, dispose: () => rm(folder, { recursive: true, force: true }) };
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** Makes the unpacked fonts known where they are; the package's own file says /tmp, and without a font pages crash. */
async function writeFontsConfig(folder: string): Promise<void> {
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>
`,
  );
}
