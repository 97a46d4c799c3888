import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@telecrm/chromium';

// Renders social.html, in the colors of the site, as the picture that is committed: a build needs no browser.
const assets = new URL('../src/assets/', import.meta.url);
const { browser, close } = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(await readFile(new URL('images/social.html', assets), 'utf8'));
await page.addStyleTag({ content: await readFile(new URL('styles/base.css', assets), 'utf8') });
await page.screenshot({ path: fileURLToPath(new URL('images/social.png', assets)) });
await close();
