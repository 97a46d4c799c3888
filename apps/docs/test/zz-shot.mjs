import { launchChromium } from '@telecrm/chromium';
import { serveDocs } from '@telecrm/docs';

const { browser, close } = await launchChromium();
const site = await serveDocs({ port: 0 });
const [tag, ...paths] = process.argv.slice(2);
for (const path of paths)
  for (const [w, h] of [
    [1440, 900],
    [390, 800],
  ])
    for (const colorScheme of ['light', 'dark']) {
      if (process.env.LIGHT && colorScheme === 'dark') continue;
      const page = await browser.newPage({
        viewport: { width: w, height: h },
        colorScheme,
        ...(w < 500 && { hasTouch: true, isMobile: true }),
      });
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      const full = process.env.FULL === '1';
      await page.screenshot({
        path: `/tmp/shots/${tag}-${path.replaceAll('/', '_')}-${w}-${colorScheme}.png`,
        fullPage: full,
      });
      await page.close();
    }
await close();
await site.close();
