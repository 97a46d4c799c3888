import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from '@telecrm/chromium';
import type { Page } from 'playwright-core';
import { median } from '../median.ts';
import type { Copy } from './copy.ts';

/** The saved file, the position of the change, and the page that shows it. */
const saves = {
  description: {
    file: 'spec/sync/paths/leads/lead.yaml',
    after: 'summary: Create',
    page: '/sync/createLead/',
  },
  guide: { file: 'spec/guides/dates.md', after: 'Send a date', page: '/guides/dates/' },
};

/** The time for the lint and the rendering that a save starts, as between two saves of a writer. */
const pause = 5000;

/** The median seconds from a save until the open page shows the change, in `pnpm --filter docs dev` of a built copy. */
export async function reloads(
  copy: Copy,
  rounds: number,
): Promise<Record<keyof typeof saves, number>> {
  const { url, stop } = await startDev(copy);
  const { browser, close } = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addInitScript(
      `addEventListener('DOMContentLoaded', () => console.log(document.querySelector('main').textContent))`,
    );
    const seconds = async (name: keyof typeof saves) => {
      await page.goto(url + saves[name].page);
      const seen: number[] = [];
      for (let round = 0; round < rounds; round++) {
        await sleep(pause);
        seen.push(await reload(page, copy, name, `now${round}`));
      }
      return median(seen);
    };
    return { description: await seconds('description'), guide: await seconds('guide') };
  } finally {
    await close();
    await stop();
  }
}

async function reload(page: Page, { folder }: Copy, name: keyof typeof saves, word: string) {
  const { file, after } = saves[name];
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(after)) throw new Error(`${file} has no “${after}”`);
  const shown = page.waitForEvent('console', (message) => message.text().includes(word));
  const started = performance.now();
  await writeFile(path, text.replace(after, `${after} ${word}`));
  await shown;
  return (performance.now() - started) / 1000;
}

async function startDev({ folder, env }: Copy) {
  const cwd = join(folder, 'apps/docs');
  const child = spawn('node', ['src/dev.ts', '--port', '0'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
  return { url: await addressOf(child), stop };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout) {
    for await (const line of createInterface(stdout)) {
      const [url] = line.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
      if (url) return url;
    }
  }
  throw new Error('The docs’ dev server has ended before it listened');
}
