export { acceptBaseline, baseline, changesSinceBaseline } from './baseline.ts';
export type { Change } from './change.ts';
export { between, type Impact, impacts, larger } from './impact.ts';
export { changesSince, type Release, releasesOf } from './releases.ts';
