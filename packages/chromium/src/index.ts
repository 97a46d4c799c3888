import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type Installation, unpackedChromium } from './unpack.ts';

/** Starts Chromium: the one named by `CHROME_PATH`, otherwise an installed one, otherwise the one from npm. */
export async function launchChromium(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    env,
    timeout: 30_000,
  });
  return { browser, close: () => browser.close() };
}

async function findChromium(): Promise<Installation> {
  const executablePath = process.env.CHROME_PATH ?? installed();
  if (executablePath) {
    if (!existsSync(executablePath)) throw new Error(`CHROME_PATH: no file ${executablePath}`);
    return { executablePath, env: process.env };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium found: install Chrome, or name an executable in CHROME_PATH');
  }
  return unpackedChromium();
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
