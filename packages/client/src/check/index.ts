export type { BodyCheck, CheckedRequest } from '../request/body-check.ts';
export { type CheckerOptions, checker, type PartialBody } from './checker.ts';
export type { DroppedPart, WorkspaceFile } from './dropped-parts.ts';
export { type LeadMatchers, toBeTakenBy } from './matcher.ts';
export { WouldBeDroppedError } from './would-be-dropped-error.ts';
