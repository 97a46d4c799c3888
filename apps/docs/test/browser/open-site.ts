import { launchChromium } from '@telecrm/chromium';
import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { serveDocs } from '../../src/index.ts';

/** A browser for the tests of a file. */
export async function openBrowser(): Promise<Browser> {
  const { browser, close } = await launchChromium();
  afterAll(close);
  return browser;
}

/** The built site on our own server, for the tests of a file. */
export async function openSite(): Promise<string> {
  const { url, close } = await serveDocs({ port: 0 });
  afterAll(close);
  return url;
}
