// After the first paint, lays out what defer-layout.ts excluded and loads the page's script. Doing so earlier would delay
// the first paint.
import { importAgain } from './load.ts';

const { dataset } = document.documentElement;

const parsed = new Promise((resolve) => {
  document.addEventListener('DOMContentLoaded', resolve);
});
const painted = new Promise<void>((resolve) => {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) resolve();
  }).observe({ type: 'paint', buffered: true });
});

Promise.all([parsed, painted]).then(() => {
  delete dataset.early;
  if (dataset.script) start(dataset.script, 0);
});

/** Runs the page's script. If it cannot be loaded, tries again after 1, 2, 4, … seconds. */
async function start(url: string, failures: number): Promise<void> {
  try {
    await importAgain(url, failures);
    delete dataset.failed;
    // For tests: all scripts of the page have run.
    dataset.ready = '';
  } catch (error) {
    // The script has shown the tools: it was loaded, and must not run twice.
    if (!document.querySelector('.tool[hidden]')) throw error;
    dataset.failed = '';
    setTimeout(start, 1000 * 2 ** failures, url, failures + 1);
  }
}
