import { access, chmod, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { launchChromium } from './index.ts';
import { unpackedChromium } from './unpack.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telecrm-chromium-test-'));
  vi.stubEnv('CHROME_PATH', undefined);
  // A folder in which nothing is installed.
  vi.stubEnv('PATH', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true, force: true });
});

it('starts the browser named by CHROME_PATH', async () => {
  vi.stubEnv('CHROME_PATH', await pretend('mine'));
  await expect(launchChromium()).rejects.toThrow('this is mine');
});

it('reports that CHROME_PATH names no file', async () => {
  vi.stubEnv('CHROME_PATH', join(folder, 'gone'));
  await expect(launchChromium()).rejects.toThrow(`CHROME_PATH: no file ${join(folder, 'gone')}`);
});

it('prefers an installed browser to the one from npm', async () => {
  await pretend('chromium');
  await expect(launchChromium()).rejects.toThrow('this is chromium');
});

// npm has no browser for other systems, and a Mac may have one installed.
const hasPackage = process.platform === 'linux' && process.arch === 'x64';

it.runIf(hasPackage)('unpacks the one from npm, and changes no environment variable', async () => {
  vi.stubEnv('FONTCONFIG_PATH', folder);
  const before = { ...process.env };
  const { executablePath } = await unpackedChromium(folder);
  await expect(access(executablePath, constants.X_OK)).resolves.toBeUndefined();
  expect(process.env).toEqual(before);
});

it.runIf(hasPackage)('displays a page', async () => {
  const { browser, close } = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent('<p>Hello</p>');
    expect(await page.textContent('p')).toBe('Hello');
  } finally {
    await close();
  }
});

it.runIf(hasPackage)('suggests a fix if npm has none', async () => {
  vi.stubGlobal('process', Object.create(process, { platform: { value: 'sunos' } }));
  await expect(launchChromium()).rejects.toThrow('no Chromium found: install Chrome');
});

/** An executable that is not a browser, but prints its name. */
async function pretend(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\necho this is ${name}\nexit 1\n`);
  await chmod(path, 0o755);
  return path;
}
