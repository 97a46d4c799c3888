export type { FieldRules } from '../fields/field-rules.ts';
export type { BodyCheck, CheckedRequest } from '../request/body-check.ts';
export type { DroppedPart, WorkspaceFile } from './check-body.ts';
export { type CheckedBody, type CheckerOptions, checker } from './checker.ts';
export { fieldRules } from './field-rules.ts';
export { type LeadMatchers, toBeTakenBy } from './matcher.ts';
export { WouldBeDroppedError } from './would-be-dropped-error.ts';
