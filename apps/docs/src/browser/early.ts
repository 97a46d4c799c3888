// Runs before the first paint, which then leaves out what is off the screen; page.ts ends that. Whoever comes back to a
// place in the page, or to an anchor, gets all of it at once, for heights that are guessed would put it elsewhere.
(() => {
  const [visit] = performance.getEntriesByType('navigation');
  const fresh = visit instanceof PerformanceNavigationTiming && visit.type === 'navigate';
  if (fresh && !location.hash) document.documentElement.dataset.early = '';
})();
