// Leaves what is off the screen out of the first paint; load-later.ts lays it out afterwards. A reader who comes back to a
// position in the page, or to an anchor, gets all of it at once: estimated heights would put that position elsewhere.
const [visit] = performance.getEntriesByType('navigation');
const isFirstVisit = visit instanceof PerformanceNavigationTiming && visit.type === 'navigate';
if (isFirstVisit && !location.hash) document.documentElement.dataset.early = '';
