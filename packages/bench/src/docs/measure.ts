import { rm } from 'node:fs/promises';
import { launchChromium } from '@telecrm/chromium';
import { median } from '../median.ts';
import { defaultPages } from './default-page.ts';
import { gzipHost } from './gzip-host.ts';
import { dist, type Page, pages } from './site.ts';
import { type Visit, visit } from './visit.ts';

/** The cost of visiting a page: first with an empty cache, then with a full one. */
export interface Visits {
  first: Visit;
  second: Visit;
}

export interface Measured extends Page, Visits {
  /** The default page of the same API. */
  peer: Visits;
}

/**
 * Visits every page and the default page of each API in turn, round by round, so that other load on the machine affects
 * all of them.
 */
export async function measurePages(rounds: number): Promise<Measured[]> {
  const peers = await defaultPages();
  const theirs = await gzipHost(peers);
  const ours = await gzipHost(dist);
  const { browser, close } = await launchChromium();
  try {
    const urls = {
      sync: `${theirs.url}/sync.html`,
      async: `${theirs.url}/async.html`,
      ...Object.fromEntries(pages.map(({ path }) => [path, ours.url + path])),
    };
    const seen = new Map<string, { first: Visit[]; second: Visit[] }>();
    for (let round = 0; round < rounds; round++) {
      for (const [name, url] of Object.entries(urls)) {
        // Only the requests of the second visit count, and they do not change.
        const [first, second] = await visit(browser, url, round === 0);
        const visits = seen.get(name) ?? { first: [], second: [] };
        seen.set(name, visits);
        if (first) visits.first.push(first);
        if (second) visits.second.push(second);
      }
    }
    const of = (name: string): Visits => {
      const { first = [], second = [] } = seen.get(name) ?? {};
      return { first: summarize(first), second: summarize(second) };
    };
    const byApi = { sync: of('sync'), async: of('async') };
    return pages.map((page) => ({ ...page, ...of(page.path), peer: byApi[page.api] }));
  } finally {
    await close();
    ours.close();
    theirs.close();
    await rm(peers, { recursive: true });
  }
}

/**
 * The median of each time, because the default page occasionally needs half its usual time; the maximum of each count.
 */
function summarize(visits: Visit[]): Visit {
  const of = (figure: keyof Visit) => visits.map((visit) => visit[figure]);
  return {
    bytes: Math.max(...of('bytes')),
    requests: Math.max(...of('requests')),
    crossOrigin: Math.max(...of('crossOrigin')),
    firstPaint: median(of('firstPaint')),
    largestPaint: median(of('largestPaint')),
    blocking: median(of('blocking')),
  };
}
