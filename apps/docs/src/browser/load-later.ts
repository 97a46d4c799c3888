// After the first paint, lays out what defer-layout.ts excluded and loads the page's script. Doing so earlier would delay
// the first paint.
const parsed = new Promise((resolve) => {
  document.addEventListener('DOMContentLoaded', resolve);
});
const painted = new Promise<void>((resolve) => {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) resolve();
  }).observe({ type: 'paint', buffered: true });
});

Promise.all([parsed, painted]).then(() => {
  const { dataset } = document.documentElement;
  delete dataset.early;
  if (dataset.script) void import(dataset.script);
});
