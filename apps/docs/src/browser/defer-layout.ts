// Excludes content below the screen from the first layout. load-later.ts adds it after the first paint. If the browser
// restores a scroll position or jumps to an anchor, everything is laid out at once, because that position depends on it.
const [visit] = performance.getEntriesByType('navigation');
const isFirstVisit = visit instanceof PerformanceNavigationTiming && visit.type === 'navigate';
if (isFirstVisit && !location.hash) document.documentElement.dataset.early = '';
